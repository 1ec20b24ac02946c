"""Clusters of machines."""

from __future__ import annotations

from collections.abc import Callable

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._deprecated import deprecated
from .._runtime._waiting import Waiter

_GET: Operation[models.Cluster] = Operation(
    id="getCluster",
    method="GET",
    path="/orgs/{org_id}/clusters/{cluster_id}",
    successes={200: models.Cluster},
    errors={404: None},
)

_WAIT_UNTIL_RUNNING: Waiter[models.Cluster] = Waiter(
    state=("status",), success=("running",), failure=("failed", "deleting"), may_be_missing=True
)

_WAIT_UNTIL_DELETED: Waiter[None] = Waiter(ends_when_missing=True)

_WAIT_UNTIL_READY: Waiter[models.Cluster] = Waiter(
    state=("nodes", "status"), of_items=True, success=("ready",), failure=("lost",)
)

_WAIT_UNTIL_SETTLED: Waiter[models.Cluster | None] = Waiter(
    state=("status",), success=("running", "failed"), ends_when_missing=True
)


def _get(org_id: str, cluster_id: str) -> Request[models.Cluster]:
    return _GET.request(org_id, cluster_id)


_DELETE: Operation[None] = Operation(
    id="deleteCluster",
    method="DELETE",
    path="/orgs/{org_id}/clusters/{cluster_id}",
    successes={202: None},
)


def _delete(org_id: str, cluster_id: str) -> Request[None]:
    return _DELETE.request(org_id, cluster_id)


_GET_NODE_POOL: Operation[models.NodePool] = Operation(
    id="getNodePool",
    method="GET",
    path="/orgs/{org_id}/clusters/{cluster_id}/pools/{pool_id}",
    successes={200: models.NodePool},
)

_WAIT_UNTIL_NODE_POOL_RUNNING: Waiter[models.NodePool] = Waiter(
    state=("status",), success=("running",)
)


def _get_node_pool(org_id: str, cluster_id: str, pool_id: str) -> Request[models.NodePool]:
    return _GET_NODE_POOL.request(org_id, cluster_id, pool_id)


class Clusters(Resource):
    """Clusters of machines."""

    def get(self, org_id: str, cluster_id: str) -> models.Cluster:
        """Get a cluster.

        ``GET /orgs/{org_id}/clusters/{cluster_id}``

        Args:
            org_id: The organization.
            cluster_id: The cluster.

        Returns:
            The cluster.

        Raises:
            NotFoundError: There is no such cluster.
        """
        return self._send(_get(org_id, cluster_id))

    def wait_until_running(
        self,
        org_id: str,
        cluster_id: str,
        *,
        timeout: float | None = 1800,
        interval: float = 10,
        on_state: Callable[[models.ClusterStatus], object] | None = None,
        condition: Callable[[models.Cluster], bool] | None = None,
    ) -> models.Cluster:
        """Wait until `status` is `running`.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}``. For a minute, 404 means that what is
        waited for is not known yet.

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
            WaitFailedError: `status` is `failed` or `deleting`.
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

    def wait_until_deleted(
        self, org_id: str, cluster_id: str, *, timeout: float | None = 600, interval: float = 5
    ) -> None:
        """Wait until the server responds with 404.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}``.

        Args:
            org_id: The organization.
            cluster_id: The cluster.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return _WAIT_UNTIL_DELETED.wait(
            self._client, _get(org_id, cluster_id), timeout=timeout, interval=interval
        )

    def wait_until_ready(
        self,
        org_id: str,
        cluster_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[list[models.ClusterNodeStatus]], object] | None = None,
        condition: Callable[[models.Cluster], bool] | None = None,
    ) -> models.Cluster:
        """Wait until `nodes.status` is `ready`.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}``.

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
            WaitFailedError: `nodes.status` is `lost`.
            WaitTimeoutError: The timeout passed.
        """
        return _WAIT_UNTIL_READY.wait(
            self._client,
            _get(org_id, cluster_id),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    def wait_until_settled(
        self,
        org_id: str,
        cluster_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[models.ClusterStatus], object] | None = None,
        condition: Callable[[models.Cluster], bool] | None = None,
    ) -> models.Cluster | None:
        """Wait until `status` is `running` or `failed` or the server responds with 404.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}``.

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
            The response with that state. None if the server responded with 404.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return _WAIT_UNTIL_SETTLED.wait(
            self._client,
            _get(org_id, cluster_id),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    def delete(self, org_id: str, cluster_id: str) -> None:
        """Delete a cluster.

        ``DELETE /orgs/{org_id}/clusters/{cluster_id}``

        Args:
            org_id: The organization.
            cluster_id: The cluster.
        """
        return self._send(_delete(org_id, cluster_id))

    @deprecated("GET /orgs/{org_id}/clusters/{cluster_id}/pools/{pool_id} is deprecated")
    def get_node_pool(self, org_id: str, cluster_id: str, pool_id: str) -> models.NodePool:
        """Deprecated.

        Get a node pool.

        ``GET /orgs/{org_id}/clusters/{cluster_id}/pools/{pool_id}``

        Returns:
            The node pool.
        """
        return self._send(_get_node_pool(org_id, cluster_id, pool_id))

    @deprecated("GET /orgs/{org_id}/clusters/{cluster_id}/pools/{pool_id} is deprecated")
    def wait_until_node_pool_running(
        self,
        org_id: str,
        cluster_id: str,
        pool_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[str], object] | None = None,
        condition: Callable[[models.NodePool], bool] | None = None,
    ) -> models.NodePool:
        """Wait until `status` is `running`.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}/pools/{pool_id}``.

        Args:
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
            WaitTimeoutError: The timeout passed.
        """
        return _WAIT_UNTIL_NODE_POOL_RUNNING.wait(
            self._client,
            _get_node_pool(org_id, cluster_id, pool_id),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )


class AsyncClusters(AsyncResource):
    """Clusters of machines.

    Async counterpart of `Clusters`.
    """

    async def get(self, org_id: str, cluster_id: str) -> models.Cluster:
        """Get a cluster.

        ``GET /orgs/{org_id}/clusters/{cluster_id}``

        Args:
            org_id: The organization.
            cluster_id: The cluster.

        Returns:
            The cluster.

        Raises:
            NotFoundError: There is no such cluster.
        """
        return await self._send(_get(org_id, cluster_id))

    async def wait_until_running(
        self,
        org_id: str,
        cluster_id: str,
        *,
        timeout: float | None = 1800,
        interval: float = 10,
        on_state: Callable[[models.ClusterStatus], object] | None = None,
        condition: Callable[[models.Cluster], bool] | None = None,
    ) -> models.Cluster:
        """Wait until `status` is `running`.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}``. For a minute, 404 means that what is
        waited for is not known yet.

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
            WaitFailedError: `status` is `failed` or `deleting`.
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

    async def wait_until_deleted(
        self, org_id: str, cluster_id: str, *, timeout: float | None = 600, interval: float = 5
    ) -> None:
        """Wait until the server responds with 404.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}``.

        Args:
            org_id: The organization.
            cluster_id: The cluster.
            timeout: Seconds for the whole wait, or None for no limit.
            interval: Seconds to wait before the second request. Later pauses are up to four
                times as long.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return await _WAIT_UNTIL_DELETED.async_wait(
            self._client, _get(org_id, cluster_id), timeout=timeout, interval=interval
        )

    async def wait_until_ready(
        self,
        org_id: str,
        cluster_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[list[models.ClusterNodeStatus]], object] | None = None,
        condition: Callable[[models.Cluster], bool] | None = None,
    ) -> models.Cluster:
        """Wait until `nodes.status` is `ready`.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}``.

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
            WaitFailedError: `nodes.status` is `lost`.
            WaitTimeoutError: The timeout passed.
        """
        return await _WAIT_UNTIL_READY.async_wait(
            self._client,
            _get(org_id, cluster_id),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    async def wait_until_settled(
        self,
        org_id: str,
        cluster_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[models.ClusterStatus], object] | None = None,
        condition: Callable[[models.Cluster], bool] | None = None,
    ) -> models.Cluster | None:
        """Wait until `status` is `running` or `failed` or the server responds with 404.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}``.

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
            The response with that state. None if the server responded with 404.

        Raises:
            WaitTimeoutError: The timeout passed.
        """
        return await _WAIT_UNTIL_SETTLED.async_wait(
            self._client,
            _get(org_id, cluster_id),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )

    async def delete(self, org_id: str, cluster_id: str) -> None:
        """Delete a cluster.

        ``DELETE /orgs/{org_id}/clusters/{cluster_id}``

        Args:
            org_id: The organization.
            cluster_id: The cluster.
        """
        return await self._send(_delete(org_id, cluster_id))

    @deprecated("GET /orgs/{org_id}/clusters/{cluster_id}/pools/{pool_id} is deprecated")
    async def get_node_pool(self, org_id: str, cluster_id: str, pool_id: str) -> models.NodePool:
        """Deprecated.

        Get a node pool.

        ``GET /orgs/{org_id}/clusters/{cluster_id}/pools/{pool_id}``

        Returns:
            The node pool.
        """
        return await self._send(_get_node_pool(org_id, cluster_id, pool_id))

    @deprecated("GET /orgs/{org_id}/clusters/{cluster_id}/pools/{pool_id} is deprecated")
    async def wait_until_node_pool_running(
        self,
        org_id: str,
        cluster_id: str,
        pool_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 2,
        on_state: Callable[[str], object] | None = None,
        condition: Callable[[models.NodePool], bool] | None = None,
    ) -> models.NodePool:
        """Wait until `status` is `running`.

        Repeats ``GET /orgs/{org_id}/clusters/{cluster_id}/pools/{pool_id}``.

        Args:
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
            WaitTimeoutError: The timeout passed.
        """
        return await _WAIT_UNTIL_NODE_POOL_RUNNING.async_wait(
            self._client,
            _get_node_pool(org_id, cluster_id, pool_id),
            timeout=timeout,
            interval=interval,
            on_state=on_state,
            condition=condition,
        )
