"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject


class ParcelSize(OpenEnum):
    """Field `size` of `Parcel`."""

    S = "S"
    L = "L"


class ListParcelsSort(OpenEnum):
    """Argument `sort` of `parcels.list`."""

    ASC = "asc"
    DESC = "desc"


class Parcel(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Answer of `parcels.list`, among others."""

    id: str
    size: ParcelSize
    page: int | UnsetType = UNSET
    """Which page."""


class Contents(OpenObject):
    """What is in a parcel. It may be empty."""

    label: str | UnsetType = UNSET
    """At most 9 characters."""
    additional_properties: dict[str, str] = msgspec.field(default={})
    """The properties that have no field of their own."""


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Error of `parcels.list`."""

    type: str
    title: str | UnsetType = UNSET
    errors: list[str] | UnsetType = UNSET
