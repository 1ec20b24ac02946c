"""Fakes of the operations of `client.pets`."""

from __future__ import annotations

import builtins
import datetime
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `pets.list`."""

    _: KW_ONLY
    born: datetime.date | str | int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `pets.create`."""

    _: KW_ONLY
    body: params.Pet


class FakePets(ResourceFake):
    """Fakes of the operations of `client.pets`."""

    list = Returning[builtins.list[models.Pet]].of(ListCall, "listPets")
    """List pets."""
    create = Returning[models.Pet].of(CreateCall, "createPet")
    """Create pet."""
