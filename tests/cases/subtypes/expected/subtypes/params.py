"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

from . import models


class PetDict(TypedDict):
    """`models.Pet` as a dict."""

    petType: str
    friend: NotRequired[AnyPet | None]


class CatDict(TypedDict):
    """`models.Cat` as a dict."""

    petType: str
    friend: NotRequired[AnyPet | None]
    lives: NotRequired[int]


class DogDict(TypedDict):
    """`models.Dog` as a dict."""

    petType: str
    friend: NotRequired[AnyPet | None]
    bark: NotRequired[str]


Pet: TypeAlias = models.Pet | PetDict
Cat: TypeAlias = models.Cat | CatDict
Dog: TypeAlias = models.Dog | DogDict

if TYPE_CHECKING:
    AnyPet: TypeAlias = models.AnyPet | PetDict | CatDict | DogDict
else:
    AnyPet = models.AnyPet
