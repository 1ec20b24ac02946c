"""Fakes of the operations of `client.owner`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class FindAllCall(Recorded):
    """A call of `owner.find_all`."""


class FakeOwner(ResourceFake):
    """Fakes of the operations of `client.owner`."""

    find_all = Returning[None].of(FindAllCall, "findAll_1")
    """Find all 1."""
