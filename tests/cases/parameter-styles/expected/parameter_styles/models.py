"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, Struct, UnsetType


class Colour(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Argument `open` of `colours.list`, among others."""

    r: int | UnsetType = msgspec.field(default=UNSET, name="R")
    g: int | UnsetType = msgspec.field(default=UNSET, name="G")
    b: int | UnsetType = msgspec.field(default=UNSET, name="B")


class Shade(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Argument `open` of `shades.list`, among others."""

    grey: int | None | UnsetType = UNSET
    tone: str | None | UnsetType = UNSET


class Filter(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Argument `deep` of `colours.list`, among others."""

    text: str | UnsetType = UNSET
    colour: Colour | UnsetType = UNSET
    tags: list[str] | UnsetType = UNSET
