"""The objects and values that the API takes and sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType


class Pet(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Whatever is kept at home."""

    pet_type: str = msgspec.field(name="petType")
    friend: AnyPet | None | UnsetType = UNSET
    """Whom it likes."""


class Cat(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Kind of `AnyPet`."""

    pet_type: str = msgspec.field(name="petType")
    friend: AnyPet | None | UnsetType = UNSET
    """Whom it likes."""
    lives: int | UnsetType = UNSET


class Dog(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Kind of `AnyPet`."""

    pet_type: str = msgspec.field(name="petType")
    friend: AnyPet | None | UnsetType = UNSET
    """Whom it likes."""
    bark: str | UnsetType = UNSET


if TYPE_CHECKING:
    AnyPet: TypeAlias = Pet | Cat | Dog
    """Whatever is kept at home.

    The key `petType` tells which of them.
    """
else:
    from ._runtime._union import one_of

    AnyPet = one_of(
        "AnyPet",
        lambda: (Pet, Cat, Dog),
        by="petType",
        mapping=lambda: {"cat": Cat, "Pet": Pet, "Dog": Dog},
    )
