"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from . import models


class AnimalDict(TypedDict):
    """`models.Animal` as a dict."""

    kind: str
    name: str
    born: NotRequired[datetime.date | None]


class CatDict(TypedDict):
    """`models.Cat` as a dict."""

    kind: str
    name: str
    born: NotRequired[datetime.date | None]
    indoor: NotRequired[bool]


class DogDict(TypedDict):
    """`models.Dog` as a dict."""

    kind: str
    name: str
    born: NotRequired[datetime.date | None]
    size: DogSize
    friend: NotRequired[Dog | None]


DogSize: TypeAlias = models.DogSize | Literal["small", "large"]
AnimalMulti: TypeAlias = models.AnimalMulti | Literal["cat", "dog"]
Animal: TypeAlias = models.Animal | AnimalDict
Cat: TypeAlias = models.Cat | CatDict
Dog: TypeAlias = models.Dog | DogDict

if TYPE_CHECKING:
    AnyAnimal: TypeAlias = models.AnyAnimal | AnimalDict | CatDict | DogDict
else:
    AnyAnimal = models.AnyAnimal
