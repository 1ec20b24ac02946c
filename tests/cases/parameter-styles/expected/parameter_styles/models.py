"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._two_way import TwoWayStruct, constant_field

if TYPE_CHECKING:
    from . import params as _params


class Colour(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `colours.list`, `paths.get_simple` and 2 others."""

    r: int | UnsetType = msgspec.field(default=UNSET, name="R")
    g: int | UnsetType = msgspec.field(default=UNSET, name="G")
    b: int | UnsetType = msgspec.field(default=UNSET, name="B")


class Shade(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `shades.list`."""

    grey: int | None | UnsetType = UNSET
    tone: str | None | UnsetType = UNSET


class Filter(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `colours.list`."""

    text: str | UnsetType = UNSET
    colour: Colour | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET

    def __init__(
        self,
        *,
        text: str | UnsetType = UNSET,
        colour: _params.Colour | UnsetType = UNSET,
        tags: Sequence[str] | UnsetType = UNSET,
    ) -> None: ...


class Oil(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `PaintTold`."""

    kind: str = constant_field("Oil")
    drying: bool | UnsetType = UNSET


class Chalk(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `PaintTold`."""

    kind: str = constant_field("Chalk")
    dust: int | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    PaintOne: TypeAlias = Colour | Filter | Unknown
    """Argument `one` of `paints.list`."""

    PaintTold: TypeAlias = Oil | Chalk | Unknown
    """Argument `told` of `paints.list`.

    The property `kind` identifies the type.
    """
else:
    from ._runtime._union import one_of

    PaintOne = one_of("PaintOne", lambda: (Colour, Filter))
    PaintTold = one_of(
        "PaintTold", lambda: (Oil, Chalk), by="kind", mapping=lambda: {"Oil": Oil, "Chalk": Chalk}
    )
