"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from . import models


class ColourDict(TypedDict):
    """`models.Colour` as a dict."""

    R: NotRequired[int]
    G: NotRequired[int]
    B: NotRequired[int]


class ShadeDict(TypedDict):
    """`models.Shade` as a dict."""

    grey: NotRequired[int | None]
    tone: NotRequired[str | None]


class FilterDict(TypedDict):
    """`models.Filter` as a dict."""

    text: NotRequired[str]
    colour: NotRequired[Colour]
    tags: NotRequired[Sequence[str]]


class OilDict(TypedDict):
    """`models.Oil` as a dict."""

    kind: str
    drying: NotRequired[bool]


class ChalkDict(TypedDict):
    """`models.Chalk` as a dict."""

    kind: str
    dust: NotRequired[int]


Colour: TypeAlias = models.Colour | ColourDict
Shade: TypeAlias = models.Shade | ShadeDict
Filter: TypeAlias = models.Filter | FilterDict
Oil: TypeAlias = models.Oil | OilDict
Chalk: TypeAlias = models.Chalk | ChalkDict

if TYPE_CHECKING:
    PaintOne: TypeAlias = models.PaintOne | ColourDict | FilterDict
    PaintTold: TypeAlias = models.PaintTold | OilDict | ChalkDict
else:
    PaintOne = models.PaintOne
    PaintTold = models.PaintTold
