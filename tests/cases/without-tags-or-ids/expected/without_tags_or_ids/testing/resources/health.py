"""Fakes of the operations of `client.health`."""

from __future__ import annotations

from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `health.get`."""


class FakeHealth(ResourceFake):
    """Fakes of the operations of `client.health`."""

    get = Returning[None].of(GetCall, "GET /health")
    """Get health."""
