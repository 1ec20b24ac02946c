"""Fakes of the operations of `client.clusters`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `clusters.list`."""

    _: KW_ONLY
    cursor: UUID | str | None | UnsetType = UNSET
    limit: int | UnsetType = UNSET
    state: str | UnsetType = UNSET


class FakeClusters(ResourceFake):
    """Fakes of the operations of `client.clusters`."""

    list = ReturningPages[models.Cluster, models.ListClustersResponse].of(ListCall, "listClusters")
    """List clusters."""
