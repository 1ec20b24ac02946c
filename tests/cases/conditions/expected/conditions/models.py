"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum, OpenIntEnum


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


class Shape(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
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
