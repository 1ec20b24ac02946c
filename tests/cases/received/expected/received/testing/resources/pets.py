"""Fakes of the operations of `client.pets`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `pets.get`."""

    id: int


@dataclass(eq=False, repr=False)
class SubscribeCall(Recorded):
    """A call of `pets.subscribe`."""

    _: KW_ONLY
    url: str | UnsetType = UNSET


class FakePets(ResourceFake):
    """Fakes of the operations of `client.pets`."""

    get = Returning[models.GetPetResponse].of(GetCall, "getPet")
    """Get pet."""
    subscribe = Returning[None].of(SubscribeCall, "subscribe")
    """Subscribe."""
