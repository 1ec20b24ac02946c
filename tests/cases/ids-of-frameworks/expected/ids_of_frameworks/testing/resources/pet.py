"""Fakes of the operations of `client.pet`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class FindAllCall(Recorded):
    """A call of `pet.find_all`."""


class FakePet(ResourceFake):
    """Fakes of the operations of `client.pet`."""

    find_all = Returning[None].of(FindAllCall, "findAll")
    """Find all."""
