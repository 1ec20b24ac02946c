"""Kubernetes clusters of an organization."""

from __future__ import annotations

from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_UPDATE: Operation[models.Cluster] = Operation(
    id="updateCluster",
    method="PUT",
    path="/api/v1/organizations/{org_id:uuid}/clusters/{cluster_id:uuid}",
    successes={200: models.Cluster},
    errors={401: models.ErrorResponse, 404: models.ErrorResponse, 409: models.ErrorResponse},
    spread_body=True,
)


def _update(
    org_id: UUID | str, cluster_id: UUID | str, name: str | UnsetType, k8s_version: str | UnsetType
) -> Request[models.Cluster]:
    return _UPDATE.request(
        org_id, cluster_id, json=models.UpdateCluster(name=name, k8s_version=k8s_version)
    )


class Clusters(Resource):
    """Kubernetes clusters of an organization."""

    def update(
        self,
        org_id: UUID | str,
        cluster_id: UUID | str,
        *,
        name: str | UnsetType = UNSET,
        k8s_version: str | UnsetType = UNSET,
    ) -> models.Cluster:
        """Update a cluster.

        Change the name or the Kubernetes version of a cluster. Omitted fields stay unchanged.

        ``PUT /api/v1/organizations/{orgID}/clusters/{clusterID}``

        Args:
            org_id: The organization that owns the cluster.
            cluster_id: The cluster.
            name: The new name.
            k8s_version: The new Kubernetes version.

        Returns:
            The updated cluster.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or cluster does not exist, or the token has no
                access to it.
            ConflictError: The name is taken, or the state of the cluster does not allow the
                change.
        """
        return self._send(_update(org_id, cluster_id, name, k8s_version))


class AsyncClusters(AsyncResource):
    """Kubernetes clusters of an organization.

    Async counterpart of `Clusters`.
    """

    async def update(
        self,
        org_id: UUID | str,
        cluster_id: UUID | str,
        *,
        name: str | UnsetType = UNSET,
        k8s_version: str | UnsetType = UNSET,
    ) -> models.Cluster:
        """Update a cluster.

        Change the name or the Kubernetes version of a cluster. Omitted fields stay unchanged.

        ``PUT /api/v1/organizations/{orgID}/clusters/{clusterID}``

        Args:
            org_id: The organization that owns the cluster.
            cluster_id: The cluster.
            name: The new name.
            k8s_version: The new Kubernetes version.

        Returns:
            The updated cluster.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or cluster does not exist, or the token has no
                access to it.
            ConflictError: The name is taken, or the state of the cluster does not allow the
                change.
        """
        return await self._send(_update(org_id, cluster_id, name, k8s_version))
