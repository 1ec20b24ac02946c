"""The operations of `tags`, under `/tags`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByOffset

_LIST: PagedOperation[str, models.ListTagsResponse] = PagedOperation(
    id="listTags",
    method="GET",
    path="/tags",
    successes={200: models.ListTagsResponse},
    pages=ByOffset(query="offset", items=("tags",), total=("total",), first=0),
)


def _list(
    offset: int | None | UnsetType, limit: int | UnsetType
) -> Request[models.ListTagsResponse]:
    return _LIST.request(query={"offset": offset, "limit": limit})


class Tags(Resource):
    """The operations of `tags`, under `/tags`."""

    def list(
        self, *, offset: int | None | UnsetType = UNSET, limit: int | UnsetType = UNSET
    ) -> Page[str, models.ListTagsResponse]:
        """List tags.

        ``GET /tags``

        Args:
            offset: The server's default is `0`.

        Returns:
            The tags. Iterate over the result for the items of all pages.
        """
        return self._send(_LIST.page(_list(offset, limit)))


class AsyncTags(AsyncResource):
    """The operations of `tags`, under `/tags`.

    Async counterpart of `Tags`.
    """

    def list(
        self, *, offset: int | None | UnsetType = UNSET, limit: int | UnsetType = UNSET
    ) -> AsyncPager[str, models.ListTagsResponse]:
        """List tags.

        ``GET /tags``

        Args:
            offset: The server's default is `0`.

        Returns:
            The tags. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(offset, limit)))
