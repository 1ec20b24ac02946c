"""Fakes of the operations of `client.clusters`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `clusters.get`."""

    cluster_id: str


@dataclass(eq=False, repr=False)
class UpdateCall(Recorded):
    """A call of `clusters.update`."""

    cluster_id: str
    _: KW_ONLY
    name: str
    size: params.Size | UnsetType = UNSET
    lead: params.Node | UnsetType = UNSET
    edges: Sequence[params.ClusterEdge] | UnsetType = UNSET


class FakeClusters(ResourceFake):
    """Fakes of the operations of `client.clusters`."""

    get = Returning[models.Cluster].of(GetCall, "getCluster")
    """Get cluster."""
    read = get
    """The former name of `get`."""
    update = Returning[models.Cluster].of(UpdateCall, "updateCluster")
    """Update cluster."""
    modify = update
    """The former name of `update`."""
    edit = update
    """The former name of `update`."""
