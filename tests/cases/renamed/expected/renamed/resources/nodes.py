"""The operations of `nodes`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, overload

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._deprecated import deprecated
from .._runtime._former import renamed_arguments

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[models.Node]] = Operation(
    id="listNodes",
    method="GET",
    path="/clusters/{cluster_id}/nodes",
    successes={200: builtins.list[models.Node]},
    required=("order",),
)


def _list(
    cluster_id: str, order: params.NodeOrder, page_size: int | UnsetType
) -> Request[builtins.list[models.Node]]:
    return _LIST.request(cluster_id, query={"page_size": page_size, "order": order})


_CREATE: Operation[models.Report] = Operation(
    id="createNode", method="POST", path="/nodes", successes={200: models.Report}
)


def _create(body: params.Node) -> Request[models.Report]:
    return _CREATE.request(json=coerced(body, models.Node, "body"))


class Nodes(Resource):
    """The operations of `nodes`."""

    @overload
    def list(
        self, cluster_id: str, *, order: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`group_id` is called `cluster_id` now")
    def list(
        self,
        *,
        group_id: str,
        sort: params.NodeOrder | UnsetType = UNSET,
        order: params.NodeOrder | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`limit` is called `page_size` now; version 3.0.0 drops the old name")
    def list(
        self,
        cluster_id: str,
        *,
        sort: params.NodeOrder | UnsetType = UNSET,
        order: params.NodeOrder | UnsetType = UNSET,
        limit: int | UnsetType,
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`sort` is called `order` now")
    def list(
        self, cluster_id: str, *, sort: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]: ...
    @renamed_arguments({"limit": "3.0.0"}, group_id="cluster_id", limit="page_size", sort="order")
    def list(
        self, cluster_id: str, *, order: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]:
        """List nodes.

        ``GET /clusters/{cluster_id}/nodes``

        Returns:
            They.
        """
        return self._send(_list(cluster_id, order, page_size))

    @overload
    @deprecated("`list_machines` is called `list` now")
    def list_machines(
        self, cluster_id: str, *, order: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`group_id` is called `cluster_id` now")
    def list_machines(
        self,
        *,
        group_id: str,
        sort: params.NodeOrder | UnsetType = UNSET,
        order: params.NodeOrder | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`limit` is called `page_size` now; version 3.0.0 drops the old name")
    def list_machines(
        self,
        cluster_id: str,
        *,
        sort: params.NodeOrder | UnsetType = UNSET,
        order: params.NodeOrder | UnsetType = UNSET,
        limit: int | UnsetType,
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`sort` is called `order` now")
    def list_machines(
        self, cluster_id: str, *, sort: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]: ...
    @deprecated("`list_machines` is called `list` now")
    @renamed_arguments({"limit": "3.0.0"}, group_id="cluster_id", limit="page_size", sort="order")
    def list_machines(
        self, cluster_id: str, *, order: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]:
        """Deprecated: `list_machines` is called `list` now."""
        return self._send(_list(cluster_id, order, page_size))

    def create(self, *, body: params.Node) -> models.Report:
        """Create node.

        ``POST /nodes``

        Returns:
            It.
        """
        return self._send(_create(body))


class AsyncNodes(AsyncResource):
    """The operations of `nodes`.

    Async counterpart of `Nodes`.
    """

    @overload
    async def list(
        self, cluster_id: str, *, order: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`group_id` is called `cluster_id` now")
    async def list(
        self,
        *,
        group_id: str,
        sort: params.NodeOrder | UnsetType = UNSET,
        order: params.NodeOrder | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`limit` is called `page_size` now; version 3.0.0 drops the old name")
    async def list(
        self,
        cluster_id: str,
        *,
        sort: params.NodeOrder | UnsetType = UNSET,
        order: params.NodeOrder | UnsetType = UNSET,
        limit: int | UnsetType,
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`sort` is called `order` now")
    async def list(
        self, cluster_id: str, *, sort: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]: ...
    @renamed_arguments({"limit": "3.0.0"}, group_id="cluster_id", limit="page_size", sort="order")
    async def list(
        self, cluster_id: str, *, order: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]:
        """List nodes.

        ``GET /clusters/{cluster_id}/nodes``

        Returns:
            They.
        """
        return await self._send(_list(cluster_id, order, page_size))

    @overload
    @deprecated("`list_machines` is called `list` now")
    async def list_machines(
        self, cluster_id: str, *, order: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`group_id` is called `cluster_id` now")
    async def list_machines(
        self,
        *,
        group_id: str,
        sort: params.NodeOrder | UnsetType = UNSET,
        order: params.NodeOrder | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`limit` is called `page_size` now; version 3.0.0 drops the old name")
    async def list_machines(
        self,
        cluster_id: str,
        *,
        sort: params.NodeOrder | UnsetType = UNSET,
        order: params.NodeOrder | UnsetType = UNSET,
        limit: int | UnsetType,
    ) -> builtins.list[models.Node]: ...
    @overload
    @deprecated("`sort` is called `order` now")
    async def list_machines(
        self, cluster_id: str, *, sort: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]: ...
    @deprecated("`list_machines` is called `list` now")
    @renamed_arguments({"limit": "3.0.0"}, group_id="cluster_id", limit="page_size", sort="order")
    async def list_machines(
        self, cluster_id: str, *, order: params.NodeOrder, page_size: int | UnsetType = UNSET
    ) -> builtins.list[models.Node]:
        """Deprecated: `list_machines` is called `list` now."""
        return await self._send(_list(cluster_id, order, page_size))

    async def create(self, *, body: params.Node) -> models.Report:
        """Create node.

        ``POST /nodes``

        Returns:
            It.
        """
        return await self._send(_create(body))
