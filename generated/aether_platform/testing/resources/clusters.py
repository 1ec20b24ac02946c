"""Fakes of the operations of `client.clusters`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `clusters.get`."""

    org_id: UUID | str
    cluster_id: UUID | str


@dataclass(eq=False, repr=False)
class UpdateCall(Recorded):
    """A call of `clusters.update`."""

    org_id: UUID | str
    cluster_id: UUID | str
    _: KW_ONLY
    name: str | UnsetType = UNSET
    k8s_version: str | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class UpgradeCall(Recorded):
    """A call of `clusters.upgrade`."""

    org_id: UUID | str
    cluster_id: UUID | str
    _: KW_ONLY
    target_version: str


@dataclass(eq=False, repr=False)
class GetNetworkCall(Recorded):
    """A call of `clusters.get_network`."""

    org_id: UUID | str
    cluster_id: UUID | str


class FakeClusters(ResourceFake):
    """Fakes of the operations of `client.clusters`."""

    get = Returning[models.Cluster].of(GetCall, "getCluster")
    """Get a cluster."""
    update = Returning[models.Cluster].of(UpdateCall, "updateCluster")
    """Update a cluster."""
    upgrade = Returning[models.ClusterUpgrade].of(UpgradeCall, "upgradeCluster")
    """Upgrade a cluster."""
    get_network = Returning[models.ClusterNetwork].of(GetNetworkCall, "getClusterNetwork")
    """Get the network rules of a cluster."""
