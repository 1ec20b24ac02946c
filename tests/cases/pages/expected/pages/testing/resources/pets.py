"""Fakes of the operations of `client.pets`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `pets.list`."""

    _: KW_ONLY
    page_after: str | None | UnsetType = UNSET
    page_size: int | UnsetType = UNSET


class FakePets(ResourceFake):
    """Fakes of the operations of `client.pets`."""

    list = ReturningPages[models.Pet, models.ListPetsResponse].of(ListCall, "listPets")
    """List pets."""
