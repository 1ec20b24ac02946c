"""Fakes of the operations of `client.clusters`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `clusters.get`."""

    org_id: str
    cluster_id: str


@dataclass(eq=False, repr=False)
class DeleteCall(Recorded):
    """A call of `clusters.delete`."""

    org_id: str
    cluster_id: str


@dataclass(eq=False, repr=False)
class GetNodePoolCall(Recorded):
    """A call of `clusters.get_node_pool`."""

    org_id: str
    cluster_id: str
    pool_id: str


class FakeClusters(ResourceFake):
    """Fakes of the operations of `client.clusters`."""

    get = Returning[models.Cluster].of(GetCall, "getCluster")
    """Get a cluster."""
    delete = Returning[None].of(DeleteCall, "deleteCluster")
    """Delete a cluster."""
    get_node_pool = Returning[models.NodePool].of(GetNodePoolCall, "getNodePool")
    """Get a node pool."""
