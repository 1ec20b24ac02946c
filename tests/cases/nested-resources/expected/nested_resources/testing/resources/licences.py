"""Fakes of the operations of `client.licences`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListByOwnerCall(Recorded):
    """A call of `licences.list_by_owner`."""


class FakeLicences(ResourceFake):
    """Fakes of the operations of `client.licences`."""

    list_by_owner = Returning[list[str]].of(ListByOwnerCall, "Licences_ListByOwner")
    """Licences list by owner."""
