"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Named(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    name: str
    """What one calls it."""
    nickname: str | None | UnsetType = UNSET


class Animal(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    name: str
    """What one calls it."""
    nickname: str | None | UnsetType = UNSET
    legs: int | UnsetType = UNSET


class Dog(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """An animal that barks."""

    name: str
    """What one calls it."""
    nickname: str | None
    legs: int
    puppies: list[Dog] | UnsetType = UNSET


class CreateDogRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `dogs.create`."""

    name: str
    """What one calls it."""
    nickname: str | None | UnsetType = UNSET
    breed: str
