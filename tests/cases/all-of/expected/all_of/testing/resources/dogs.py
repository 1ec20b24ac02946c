"""Fakes of the operations of `client.dogs`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `dogs.create`."""

    _: KW_ONLY
    name: str
    breed: str
    nickname: str | None | UnsetType = UNSET


class FakeDogs(ResourceFake):
    """Fakes of the operations of `client.dogs`."""

    create = Returning[models.Dog].of(CreateCall, "createDog")
    """Create dog."""
