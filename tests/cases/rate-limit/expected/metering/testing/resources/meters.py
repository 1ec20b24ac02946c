"""Fakes of the operations of `client.meters`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `meters.list`."""


class FakeMeters(ResourceFake):
    """Fakes of the operations of `client.meters`."""

    list = Returning[None].of(ListCall, "listMeters")
    """List meters."""
