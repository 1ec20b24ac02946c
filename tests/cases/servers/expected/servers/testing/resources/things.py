"""Fakes of the operations of `client.things`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `things.list`."""


class FakeThings(ResourceFake):
    """Fakes of the operations of `client.things`."""

    list = Returning[None].of(ListCall, "listThings")
    """List things."""
