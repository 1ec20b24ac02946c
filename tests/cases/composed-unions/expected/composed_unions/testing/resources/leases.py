"""Fakes of the operations of `client.leases`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `leases.get`."""


class FakeLeases(ResourceFake):
    """Fakes of the operations of `client.leases`."""

    get = Returning[models.GetLeaseResponse].of(GetCall, "getLease")
    """Get lease."""
