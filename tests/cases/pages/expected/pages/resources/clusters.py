"""The operations of `clusters`, under `/clusters`."""

from __future__ import annotations

from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor

_LIST: PagedOperation[models.Cluster, models.ListClustersResponse] = PagedOperation(
    id="listClusters",
    method="GET",
    path="/clusters",
    successes={200: models.ListClustersResponse},
    pages=ByCursor(query="cursor", items=("items",), next=("next_cursor",)),
)


def _list(
    cursor: UUID | str | None | UnsetType, limit: int | UnsetType, state: str | UnsetType
) -> Request[models.ListClustersResponse]:
    return _LIST.request(query={"cursor": cursor, "limit": limit, "state": state})


class Clusters(Resource):
    """The operations of `clusters`, under `/clusters`."""

    def list(
        self,
        *,
        cursor: UUID | str | None | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        state: str | UnsetType = UNSET,
    ) -> Page[models.Cluster, models.ListClustersResponse]:
        """List clusters.

        ``GET /clusters``

        Args:
            limit: From 1 to 100. The server's default is `50`.

        Returns:
            The clusters. Iterate over the result for the items of all pages.
        """
        return self._send(_LIST.page(_list(cursor, limit, state)))


class AsyncClusters(AsyncResource):
    """The operations of `clusters`, under `/clusters`.

    Async counterpart of `Clusters`.
    """

    def list(
        self,
        *,
        cursor: UUID | str | None | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        state: str | UnsetType = UNSET,
    ) -> AsyncPager[models.Cluster, models.ListClustersResponse]:
        """List clusters.

        ``GET /clusters``

        Args:
            limit: From 1 to 100. The server's default is `50`.

        Returns:
            The clusters. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(cursor, limit, state)))
