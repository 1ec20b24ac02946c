"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field

if TYPE_CHECKING:
    from . import params as _params


class DogSize(OpenEnum):
    SMALL = "small"
    LARGE = "large"


class AnimalMulti(OpenEnum):
    """Argument `multi` of `animals.list`."""

    CAT = "cat"
    DOG = "dog"


class Animal(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `AnyAnimal`."""

    kind: str
    name: str
    born: datetime.date | None | UnsetType = UNSET


class Cat(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `AnyAnimal`."""

    kind: str = constant_field("Cat")
    name: str
    born: datetime.date | None | UnsetType = UNSET
    indoor: bool | UnsetType = UNSET


class Dog(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    kind: str = constant_field("Dog")
    name: str
    born: datetime.date | None | UnsetType = UNSET
    size: DogSize
    friend: Dog | None | UnsetType = UNSET

    def __init__(
        self,
        *,
        name: str,
        size: _params.DogSize,
        kind: str = "Dog",
        born: datetime.date | None | UnsetType = UNSET,
        friend: _params.Dog | None | UnsetType = UNSET,
    ) -> None: ...


class Adoption(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `animals.adopt`."""

    id: int
    size: DogSize | UnsetType = UNSET


class Problem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `animals.list` and `animals.create`."""

    message: str
    code: int | UnsetType = UNSET


class AdoptRequest(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `animals.adopt`."""

    animal: int
    wishes: list[str] | UnsetType = UNSET
    dates: list[datetime.date] | UnsetType = UNSET
    consent: bool | UnsetType = UNSET
    """Whether the rules were read."""

    def __init__(
        self,
        *,
        animal: int,
        wishes: Sequence[str] | UnsetType = UNSET,
        dates: Sequence[datetime.date] | UnsetType = UNSET,
        consent: bool | UnsetType = UNSET,
    ) -> None: ...


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    AnyAnimal: TypeAlias = Animal | Cat | Dog | Unknown
    """Used by `animals.list`, `animals.create` and `animals.get`.

    The property `kind` identifies the type.
    """
else:
    from ._runtime._union import one_of

    AnyAnimal = one_of(
        "AnyAnimal",
        lambda: (Animal, Cat, Dog),
        by="kind",
        mapping=lambda: {"Animal": Animal, "Cat": Cat, "Dog": Dog},
        base=lambda: Animal,
    )
