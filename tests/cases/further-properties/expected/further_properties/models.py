"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class Level(OpenEnum):
    """Additional property of `Permissions`."""

    NONE = "none"
    READ = "read"
    WRITE = "write"


class App(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `apps.create`."""

    name: str
    permissions: Permissions | UnsetType = UNSET
    settings: AppSettings | UnsetType = UNSET
    odd: Odd | UnsetType = UNSET
    limits: Limits | UnsetType = UNSET

    def __init__(
        self,
        *,
        name: str,
        permissions: _params.Permissions | UnsetType = UNSET,
        settings: _params.AppSettings | UnsetType = UNSET,
        odd: _params.Odd | UnsetType = UNSET,
        limits: _params.Limits | UnsetType = UNSET,
    ) -> None: ...


class Permissions(OpenObject):
    """What the app may do."""

    issues: str
    """What it may do with issues."""
    repo_keys: str | UnsetType = msgspec.field(default=UNSET, name="repo-keys")
    since: datetime.date | UnsetType = UNSET
    additional_properties_: int | UnsetType = msgspec.field(
        default=UNSET, name="additional_properties"
    )
    additional_properties: dict[str, Level] = msgspec.field(default={})
    """Properties without a field of their own, by name."""

    def __init__(
        self,
        *,
        issues: str,
        repo_keys: str | UnsetType = UNSET,
        since: datetime.date | UnsetType = UNSET,
        additional_properties_: int | UnsetType = UNSET,
        additional_properties: Mapping[str, _params.Level] = ...,
    ) -> None: ...


class Anything(OpenObject):
    kind: str | UnsetType = UNSET
    next: Anything | UnsetType = UNSET
    additional_properties: dict[str, Any] = msgspec.field(default={})
    """Properties without a field of their own, by name."""

    def __init__(
        self,
        *,
        kind: str | UnsetType = UNSET,
        next: _params.Anything | UnsetType = UNSET,
        additional_properties: Mapping[str, Any] = ...,
    ) -> None: ...


class Odd(OpenObject):
    """Field `odd` of `App`."""

    a_b: str = msgspec.field(name='a"b')
    c: int | UnsetType = UNSET
    keys: str | UnsetType = UNSET
    values: str | UnsetType = UNSET
    additional_properties: dict[str, Any] = msgspec.field(default={})
    """Properties without a field of their own, by name."""

    def __init__(
        self,
        *,
        a_b: str,
        c: int | UnsetType = UNSET,
        keys: str | UnsetType = UNSET,
        values: str | UnsetType = UNSET,
        additional_properties: Mapping[str, Any] = ...,
    ) -> None: ...


class Limits(OpenObject):
    """Field `limits` of `App`."""

    unit: str | UnsetType = UNSET
    additional_properties: dict[str, Limit] = msgspec.field(default={})
    """Properties without a field of their own, by name."""

    def __init__(
        self,
        *,
        unit: str | UnsetType = UNSET,
        additional_properties: Mapping[str, _params.Limit] = ...,
    ) -> None: ...


class Limit(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Additional property of `Limits`."""

    most: int


class AppSettingsWithTheme(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `AppSettings`."""

    theme: str


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    AppSettings: TypeAlias = AppSettingsWithTheme | Anything | Unknown
    """Field `settings` of `App`."""
else:
    from ._runtime._union import one_of

    AppSettings = one_of("AppSettings", lambda: (AppSettingsWithTheme, Anything))
