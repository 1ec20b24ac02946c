"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum, OpenIntEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class Size(OpenEnum):
    """Argument `size` of `shapes.list`."""

    SMALL = "small"
    BIG = "big"


class ShapeKind(OpenEnum):
    """Field `kind` of `Shape`."""

    CIRCLE = "circle"
    SQUARE = "square"


class ShapeCode(OpenIntEnum):
    """Field `code` of `Shape`."""

    VALUE_301 = 301
    VALUE_308 = 308


class ShapeMixed(OpenIntEnum):
    """Field `mixed` of `Shape`."""

    VALUE_1 = 1
    VALUE_2 = 2


class Shape(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `shapes.list` and `shapes.create`."""

    kind: ShapeKind
    size: Size | UnsetType = UNSET
    centre: list[JsonNumber] | UnsetType = UNSET
    named: list[str | int] | UnsetType = UNSET
    """Exactly 2 items."""
    labels: dict[str, str | int] | UnsetType = UNSET
    note: str | UnsetType = UNSET
    picture: str | UnsetType = UNSET
    huge: int | UnsetType = UNSET
    ratio: JsonNumber | UnsetType = UNSET
    code: ShapeCode | UnsetType = UNSET
    mixed: ShapeMixed | UnsetType = UNSET
    radius: JsonNumber | UnsetType = UNSET
    side: JsonNumber | UnsetType = UNSET
    unit: str | UnsetType = UNSET
    colour: Any = UNSET

    def __init__(
        self,
        *,
        kind: _params.ShapeKind,
        size: _params.Size | UnsetType = UNSET,
        centre: Sequence[JsonNumber] | UnsetType = UNSET,
        named: Sequence[str | int] | UnsetType = UNSET,
        labels: Mapping[str, str | int] | UnsetType = UNSET,
        note: str | UnsetType = UNSET,
        picture: str | UnsetType = UNSET,
        huge: int | UnsetType = UNSET,
        ratio: JsonNumber | UnsetType = UNSET,
        code: _params.ShapeCode | UnsetType = UNSET,
        mixed: _params.ShapeMixed | UnsetType = UNSET,
        radius: JsonNumber | UnsetType = UNSET,
        side: JsonNumber | UnsetType = UNSET,
        unit: str | UnsetType = UNSET,
        colour: Any = UNSET,
    ) -> None: ...
