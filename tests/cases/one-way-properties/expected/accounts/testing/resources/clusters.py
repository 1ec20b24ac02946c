"""Fakes of the operations of `client.clusters`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `clusters.get`."""


class FakeClusters(ResourceFake):
    """Fakes of the operations of `client.clusters`."""

    get = Returning[models.Cluster].of(GetCall, "getCluster")
    """Get cluster."""
