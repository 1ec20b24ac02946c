"""The operations of `servers`, under `/servers`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByNumber

_LIST: PagedOperation[models.Server, models.ListServersResponse] = PagedOperation(
    id="listServers",
    method="GET",
    path="/servers",
    successes={200: models.ListServersResponse},
    pages=ByNumber(
        query="page", items=("servers",), next=("meta", "pagination", "next_page"), first=1
    ),
)


def _list(page: int | None | UnsetType) -> Request[models.ListServersResponse]:
    return _LIST.request(query={"page": page})


class Servers(Resource):
    """The operations of `servers`, under `/servers`."""

    def list(
        self, *, page: int | None | UnsetType = UNSET
    ) -> Page[models.Server, models.ListServersResponse]:
        """List servers.

        ``GET /servers``

        Args:
            page: At least 1.

        Returns:
            The servers. Iterate over the result for the items of all pages.
        """
        return self._send(_LIST.page(_list(page)))


class AsyncServers(AsyncResource):
    """The operations of `servers`, under `/servers`.

    Async counterpart of `Servers`.
    """

    def list(
        self, *, page: int | None | UnsetType = UNSET
    ) -> AsyncPager[models.Server, models.ListServersResponse]:
        """List servers.

        ``GET /servers``

        Args:
            page: At least 1.

        Returns:
            The servers. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(page)))
