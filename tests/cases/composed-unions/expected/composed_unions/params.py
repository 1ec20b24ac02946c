"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from . import models


class FerryDict(TypedDict):
    """`models.Ferry` as a dict."""

    kind: str
    name: NotRequired[str]
    cars: NotRequired[int]


class TugDict(TypedDict):
    """`models.Tug` as a dict."""

    kind: str
    name: NotRequired[str]


Ferry: TypeAlias = models.Ferry | FerryDict
Tug: TypeAlias = models.Tug | TugDict

if TYPE_CHECKING:
    Ship: TypeAlias = models.Ship | FerryDict | TugDict
else:
    Ship = models.Ship
