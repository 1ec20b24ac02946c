"""Fakes of the operations of `client.clusters`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class UpdateCall(Recorded):
    """A call of `clusters.update`."""

    org_id: UUID | str
    cluster_id: UUID | str
    _: KW_ONLY
    name: str | UnsetType = UNSET
    k8s_version: str | UnsetType = UNSET


class FakeClusters(ResourceFake):
    """Fakes of the operations of `client.clusters`."""

    update = Returning[models.Cluster].of(UpdateCall, "updateCluster")
    """Update a cluster."""
