"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class Row(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `ours.by_header`, `ours.by_last_item` and 3 others."""

    class_: int = msgspec.field(name="class")


class WrappedResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `speakeasy.speakeasy_cursor`, `speakeasy.speakeasy_page` and 3 others."""

    rows: list[Row] | UnsetType = UNSET
    count: int | UnsetType = UNSET
    more: bool | UnsetType = UNSET
    to: str | UnsetType = UNSET


class ByCursorResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `ours.by_cursor`."""

    found: ByCursorFound | UnsetType = UNSET
    paging: ByCursorPaging | UnsetType = UNSET


class ByCursorFound(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `found` of `ByCursorResponse`."""

    rows: list[Row] | UnsetType = UNSET


class ByCursorPaging(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `paging` of `ByCursorResponse`."""

    last_key: str | UnsetType = msgspec.field(default=UNSET, name="last.key")
    on: bool | UnsetType = UNSET


class ByPageRequest(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `ours.by_page`."""

    where: ByPageWhere

    def __init__(self, *, where: _params.ByPageWhere) -> None: ...


class ByPageWhere(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `where` of `ByPageRequest`."""

    leaf: int | UnsetType = UNSET
    size: int | UnsetType = UNSET


class ByURLResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `ours.by_url`."""

    rows: list[Row] | UnsetType = UNSET
    more: str | UnsetType = UNSET


class FernCursorResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `fern.fern_cursor`."""

    found: list[Row] | UnsetType = UNSET
    paging: FernCursorPaging | UnsetType = UNSET


class FernCursorPaging(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `paging` of `FernCursorResponse`."""

    token: str | UnsetType = UNSET
