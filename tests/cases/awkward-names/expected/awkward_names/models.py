"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class SortOrder(OpenEnum):
    """Argument `sort` of `import_.replace_thing`."""

    PLUS_1 = "+1"
    MINUS_1 = "-1"
    VALUE_1 = "1"


class Direction(OpenEnum):
    """Argument `direction` of `import_.replace_thing`."""

    ASC = "ASC"
    asc = "asc"
    MRO = "mro"
    NAME = "name"
    NONE = "None"


class List(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `import_.replace_thing`."""

    class_: str = msgspec.field(name="class")
    id: str = msgspec.field(name="@id")
    we_ird: int = msgspec.field(name="we-ird")
    field_2nd: int | UnsetType = msgspec.field(default=UNSET, name="2nd")
    print: str | UnsetType = UNSET
    str__: str | UnsetType = msgspec.field(default=UNSET, name="str")
    list_: list[str] | UnsetType = msgspec.field(default=UNSET, name="list")
    datetime_: datetime.datetime | UnsetType = msgspec.field(default=UNSET, name="datetime")
    uuid: UUID | UnsetType = msgspec.field(default=UNSET, name="UUID")
    unset: str | UnsetType = msgspec.field(default=UNSET, name="UNSET")
    field: str | UnsetType = UNSET
    org_id: str | UnsetType = msgspec.field(default=UNSET, name="orgID")
    https_port: int | UnsetType = msgspec.field(default=UNSET, name="HTTPSPort")
    grosse: JsonNumber | UnsetType = msgspec.field(default=UNSET, name="größe")
    empty: str | UnsetType = msgspec.field(default=UNSET, name="")
    proto: str | UnsetType = msgspec.field(default=UNSET, name="__proto__")
    typed: Typed | UnsetType = UNSET
    str_of: str_ | UnsetType = UNSET
    str_of_another: Str | UnsetType = msgspec.field(default=UNSET, name="Str_of_another")

    def __init__(
        self,
        *,
        class_: str,
        id: str,
        we_ird: int,
        field_2nd: int | UnsetType = UNSET,
        print: str | UnsetType = UNSET,
        str__: str | UnsetType = UNSET,
        list_: Sequence[str] | UnsetType = UNSET,
        datetime_: datetime.datetime | UnsetType = UNSET,
        uuid: UUID | str | UnsetType = UNSET,
        unset: str | UnsetType = UNSET,
        field: str | UnsetType = UNSET,
        org_id: str | UnsetType = UNSET,
        https_port: int | UnsetType = UNSET,
        grosse: JsonNumber | UnsetType = UNSET,
        empty: str | UnsetType = UNSET,
        proto: str | UnsetType = UNSET,
        typed: _params.Typed | UnsetType = UNSET,
        str_of: _params.str_ | UnsetType = UNSET,
        str_of_another: _params.Str | UnsetType = UNSET,
    ) -> None: ...


class Typed(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `typed` of `List`."""

    dict_: TypedDictModel | UnsetType = msgspec.field(default=UNSET, name="dict")

    def __init__(self, *, dict_: _params.TypedDictModel | UnsetType = UNSET) -> None: ...


class TypedDict_(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    b: str | UnsetType = UNSET


class str_(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    next: list[str_] | UnsetType = UNSET

    def __init__(self, *, next: Sequence[_params.str_] | UnsetType = UNSET) -> None: ...


class Str(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `str_of_another` of `List`."""

    c: str | UnsetType = UNSET


class TypedDictModel(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `dict_` of `Typed`."""

    a: str | UnsetType = UNSET
