"""The operations of `clusters`, under `/clusters`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._deprecated import deprecated

if TYPE_CHECKING:
    from .. import params

_GET: Operation[models.Cluster] = Operation(
    id="getCluster", method="GET", path="/clusters/{cluster_id}", successes={200: models.Cluster}
)


def _get(cluster_id: str) -> Request[models.Cluster]:
    return _GET.request(cluster_id)


_UPDATE: Operation[models.Cluster] = Operation(
    id="updateCluster",
    method="PATCH",
    path="/clusters/{cluster_id}",
    successes={200: models.Cluster},
    spread_body=True,
)


def _update(
    cluster_id: str,
    name: str,
    size: params.Size | UnsetType,
    lead: params.Node | UnsetType,
    edges: Sequence[params.ClusterEdge] | UnsetType,
) -> Request[models.Cluster]:
    return _UPDATE.request(
        cluster_id, json=models.Cluster(name=name, size=size, lead=lead, edges=edges)
    )


class Clusters(Resource):
    """The operations of `clusters`, under `/clusters`."""

    def get(self, cluster_id: str) -> models.Cluster:
        """Get cluster.

        ``GET /clusters/{cluster_id}``

        Returns:
            It.
        """
        return self._send(_get(cluster_id))

    @deprecated("`read` is called `get` now")
    def read(self, cluster_id: str) -> models.Cluster:
        """Deprecated: `read` is called `get` now."""
        return self._send(_get(cluster_id))

    def update(
        self,
        cluster_id: str,
        *,
        name: str,
        size: params.Size | UnsetType = UNSET,
        lead: params.Node | UnsetType = UNSET,
        edges: Sequence[params.ClusterEdge] | UnsetType = UNSET,
    ) -> models.Cluster:
        """Update cluster.

        ``PATCH /clusters/{cluster_id}``

        Returns:
            It.
        """
        return self._send(_update(cluster_id, name, size, lead, edges))

    @deprecated("`modify` is called `update` now; version 3.0.0 drops the old name")
    def modify(
        self,
        cluster_id: str,
        *,
        name: str,
        size: params.Size | UnsetType = UNSET,
        lead: params.Node | UnsetType = UNSET,
        edges: Sequence[params.ClusterEdge] | UnsetType = UNSET,
    ) -> models.Cluster:
        """Deprecated: `modify` is called `update` now; version 3.0.0 drops the old name."""
        return self._send(_update(cluster_id, name, size, lead, edges))

    @deprecated("`edit` is called `update` now")
    def edit(
        self,
        cluster_id: str,
        *,
        name: str,
        size: params.Size | UnsetType = UNSET,
        lead: params.Node | UnsetType = UNSET,
        edges: Sequence[params.ClusterEdge] | UnsetType = UNSET,
    ) -> models.Cluster:
        """Deprecated: `edit` is called `update` now."""
        return self._send(_update(cluster_id, name, size, lead, edges))


class AsyncClusters(AsyncResource):
    """The operations of `clusters`, under `/clusters`.

    Async counterpart of `Clusters`.
    """

    async def get(self, cluster_id: str) -> models.Cluster:
        """Get cluster.

        ``GET /clusters/{cluster_id}``

        Returns:
            It.
        """
        return await self._send(_get(cluster_id))

    @deprecated("`read` is called `get` now")
    async def read(self, cluster_id: str) -> models.Cluster:
        """Deprecated: `read` is called `get` now."""
        return await self._send(_get(cluster_id))

    async def update(
        self,
        cluster_id: str,
        *,
        name: str,
        size: params.Size | UnsetType = UNSET,
        lead: params.Node | UnsetType = UNSET,
        edges: Sequence[params.ClusterEdge] | UnsetType = UNSET,
    ) -> models.Cluster:
        """Update cluster.

        ``PATCH /clusters/{cluster_id}``

        Returns:
            It.
        """
        return await self._send(_update(cluster_id, name, size, lead, edges))

    @deprecated("`modify` is called `update` now; version 3.0.0 drops the old name")
    async def modify(
        self,
        cluster_id: str,
        *,
        name: str,
        size: params.Size | UnsetType = UNSET,
        lead: params.Node | UnsetType = UNSET,
        edges: Sequence[params.ClusterEdge] | UnsetType = UNSET,
    ) -> models.Cluster:
        """Deprecated: `modify` is called `update` now; version 3.0.0 drops the old name."""
        return await self._send(_update(cluster_id, name, size, lead, edges))

    @deprecated("`edit` is called `update` now")
    async def edit(
        self,
        cluster_id: str,
        *,
        name: str,
        size: params.Size | UnsetType = UNSET,
        lead: params.Node | UnsetType = UNSET,
        edges: Sequence[params.ClusterEdge] | UnsetType = UNSET,
    ) -> models.Cluster:
        """Deprecated: `edit` is called `update` now."""
        return await self._send(_update(cluster_id, name, size, lead, edges))
