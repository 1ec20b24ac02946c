"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject


class ParcelSize(OpenEnum):
    """Field `size` of `Parcel`."""

    S = "S"
    L = "L"


class SortOrder(OpenEnum):
    """Argument `sort` of `parcels.list`."""

    ASC = "asc"
    DESC = "desc"


class Parcel(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `parcels.list` and `parcels.create`."""

    id: str
    size: ParcelSize
    page: int | UnsetType = UNSET
    """Which page."""


class Contents(OpenObject):
    """What is in a parcel. It may be empty."""

    label: str | UnsetType = UNSET
    """At most 9 characters."""
    additional_properties: dict[str, str] = msgspec.field(default={})
    """Properties without a field of their own, by name."""

    def __init__(
        self, *, label: str | UnsetType = UNSET, additional_properties: Mapping[str, str] = ...
    ) -> None: ...


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Error response of `parcels.list`."""

    type: str
    title: str | UnsetType = UNSET
    errors: list[str] | UnsetType = UNSET
