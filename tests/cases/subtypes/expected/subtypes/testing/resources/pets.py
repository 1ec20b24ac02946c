"""Fakes of the operations of `client.pets`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `pets.create`."""

    _: KW_ONLY
    body: models.AnyPet


class FakePets(ResourceFake):
    """Fakes of the operations of `client.pets`."""

    create = Returning[models.AnyPet].of(CreateCall, "createPet")
    """Create pet."""
