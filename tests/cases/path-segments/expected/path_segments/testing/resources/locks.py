"""Fakes of the operations of `client.locks`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `locks.list`."""

    scope: str


class FakeLocks(ResourceFake):
    """Fakes of the operations of `client.locks`."""

    list = Returning[None].of(ListCall, "listLocks")
    """List locks."""
