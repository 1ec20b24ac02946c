"""Kubernetes clusters of an organization."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._waiting import Waiter

_GET: Operation[models.Cluster] = Operation(
    id="getCluster",
    method="GET",
    path="/api/v1/organizations/{org_id:uuid}/clusters/{cluster_id:uuid}",
    successes={200: models.Cluster},
    errors={401: models.ErrorResponse},
)

_WAIT_UNTIL_RUNNING: Waiter[models.Cluster] = Waiter(
    state=("status",), success=("running",), failure=("failed",)
)


def _get(org_id: UUID | str, cluster_id: UUID | str) -> Request[models.Cluster]:
    return _GET.request(org_id, cluster_id)


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


_UPGRADE: Operation[models.ClusterUpgrade] = Operation(
    id="upgradeCluster",
    method="POST",
    path="/api/v1/organizations/{org_id:uuid}/clusters/{cluster_id:uuid}/upgrade",
    successes={202: models.ClusterUpgrade},
    errors={401: models.ErrorResponse},
    spread_body=True,
)


def _upgrade(
    org_id: UUID | str, cluster_id: UUID | str, target_version: str
) -> Request[models.ClusterUpgrade]:
    return _UPGRADE.request(
        org_id, cluster_id, json=models.UpgradeCluster(target_version=target_version)
    )


_GET_NETWORK: Operation[models.ClusterNetwork] = Operation(
    id="getClusterNetwork",
    method="GET",
    path="/api/v1/organizations/{org_id:uuid}/clusters/{cluster_id:uuid}/network",
    successes={200: models.ClusterNetwork},
    errors={401: models.ErrorResponse, 404: models.ErrorResponse},
)


def _get_network(org_id: UUID | str, cluster_id: UUID | str) -> Request[models.ClusterNetwork]:
    return _GET_NETWORK.request(org_id, cluster_id)


class Clusters(Resource):
    """Kubernetes clusters of an organization."""

    def get(self, org_id: UUID | str, cluster_id: UUID | str) -> models.Cluster:
        """Get a cluster, with its status and its Kubernetes version.

        ``GET /api/v1/organizations/{orgID}/clusters/{clusterID}``

        Args:
            org_id: The organization.
            cluster_id: The cluster.

        Returns:
            The cluster.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_get(org_id, cluster_id))

    def wait_until_running(
        self,
        org_id: UUID | str,
        cluster_id: UUID | str,
        *,
        timeout: float | None = 1800,
        interval: float = 10,
        on_state: Callable[[models.ClusterStatus], object] | None = None,
        condition: Callable[[models.Cluster], bool] | None = None,
    ) -> models.Cluster:
        """Wait until `status` is `running`.

        Repeats ``GET /api/v1/organizations/{orgID}/clusters/{clusterID}``.

        Args:
            org_id: The organization.
            cluster_id: The cluster.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state.

        Raises:
            WaitFailedError: `status` is `failed`.
            WaitTimeoutError: The timeout passed.
        """
        return _WAIT_UNTIL_RUNNING.wait(
            self._client,
            _get(org_id, cluster_id),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

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
            org_id: The organization.
            cluster_id: The cluster.
            name: The new name.
            k8s_version: The new Kubernetes version.

        Returns:
            The updated cluster.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or something in it does not exist, or the token has
                no access to it.
            ConflictError: The name is taken, or the state of the cluster does not allow the
                change.
        """
        return self._send(_update(org_id, cluster_id, name, k8s_version))

    def upgrade(
        self, org_id: UUID | str, cluster_id: UUID | str, *, target_version: str
    ) -> models.ClusterUpgrade:
        """Upgrade a cluster.

        Start an upgrade of Kubernetes on the control plane and the workers. The cluster must be
        running. The target is one step ahead: a later patch release of the same minor version, or
        the next minor version.

        The upgrade has started when the call returns, but it is not complete. If some workers could
        not be patched, the response says so in `workers_pending` and `workers_error`.

        ``POST /api/v1/organizations/{orgID}/clusters/{clusterID}/upgrade``

        Args:
            org_id: The organization.
            cluster_id: The cluster.
            target_version: The Kubernetes version, as MAJOR.MINOR or MAJOR.MINOR.PATCH.

        Returns:
            The started upgrade.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_upgrade(org_id, cluster_id, target_version))

    def get_network(self, org_id: UUID | str, cluster_id: UUID | str) -> models.ClusterNetwork:
        """Get the network rules of a cluster.

        Get the rules that protect the public endpoint of the cluster's Kubernetes API.

        ``GET /api/v1/organizations/{orgID}/clusters/{clusterID}/network``

        Args:
            org_id: The organization.
            cluster_id: The cluster.

        Returns:
            The network rules.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or something in it does not exist, or the token has
                no access to it.
        """
        return self._send(_get_network(org_id, cluster_id))


class AsyncClusters(AsyncResource):
    """Kubernetes clusters of an organization.

    Async counterpart of `Clusters`.
    """

    async def get(self, org_id: UUID | str, cluster_id: UUID | str) -> models.Cluster:
        """Get a cluster, with its status and its Kubernetes version.

        ``GET /api/v1/organizations/{orgID}/clusters/{clusterID}``

        Args:
            org_id: The organization.
            cluster_id: The cluster.

        Returns:
            The cluster.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_get(org_id, cluster_id))

    async def wait_until_running(
        self,
        org_id: UUID | str,
        cluster_id: UUID | str,
        *,
        timeout: float | None = 1800,
        interval: float = 10,
        on_state: Callable[[models.ClusterStatus], object] | None = None,
        condition: Callable[[models.Cluster], bool] | None = None,
    ) -> models.Cluster:
        """Wait until `status` is `running`.

        Repeats ``GET /api/v1/organizations/{orgID}/clusters/{clusterID}``.

        Args:
            org_id: The organization.
            cluster_id: The cluster.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.
            on_state: A function that is called with each new state, including the first and the
                last.
            condition: An extra condition: the wait goes on until this function also returns
                true for a response.

        Returns:
            The response with that state.

        Raises:
            WaitFailedError: `status` is `failed`.
            WaitTimeoutError: The timeout passed.
        """
        return await _WAIT_UNTIL_RUNNING.async_wait(
            self._client,
            _get(org_id, cluster_id),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

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
            org_id: The organization.
            cluster_id: The cluster.
            name: The new name.
            k8s_version: The new Kubernetes version.

        Returns:
            The updated cluster.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or something in it does not exist, or the token has
                no access to it.
            ConflictError: The name is taken, or the state of the cluster does not allow the
                change.
        """
        return await self._send(_update(org_id, cluster_id, name, k8s_version))

    async def upgrade(
        self, org_id: UUID | str, cluster_id: UUID | str, *, target_version: str
    ) -> models.ClusterUpgrade:
        """Upgrade a cluster.

        Start an upgrade of Kubernetes on the control plane and the workers. The cluster must be
        running. The target is one step ahead: a later patch release of the same minor version, or
        the next minor version.

        The upgrade has started when the call returns, but it is not complete. If some workers could
        not be patched, the response says so in `workers_pending` and `workers_error`.

        ``POST /api/v1/organizations/{orgID}/clusters/{clusterID}/upgrade``

        Args:
            org_id: The organization.
            cluster_id: The cluster.
            target_version: The Kubernetes version, as MAJOR.MINOR or MAJOR.MINOR.PATCH.

        Returns:
            The started upgrade.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_upgrade(org_id, cluster_id, target_version))

    async def get_network(
        self, org_id: UUID | str, cluster_id: UUID | str
    ) -> models.ClusterNetwork:
        """Get the network rules of a cluster.

        Get the rules that protect the public endpoint of the cluster's Kubernetes API.

        ``GET /api/v1/organizations/{orgID}/clusters/{clusterID}/network``

        Args:
            org_id: The organization.
            cluster_id: The cluster.

        Returns:
            The network rules.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or something in it does not exist, or the token has
                no access to it.
        """
        return await self._send(_get_network(org_id, cluster_id))
