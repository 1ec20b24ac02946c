"""Fakes of the operations of `client.pets`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `pets.create`."""

    _: KW_ONLY
    body: params.AnyPet


class FakePets(ResourceFake):
    """Fakes of the operations of `client.pets`."""

    create = Returning[models.AnyPet].of(CreateCall, "createPet")
    """Create pet."""
