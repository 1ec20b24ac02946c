"""The operations of `songs`, under `/songs`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByURL

_LIST: PagedOperation[models.Song, models.ListSongsResponse] = PagedOperation(
    id="listSongs",
    method="GET",
    path="/songs",
    successes={200: models.ListSongsResponse},
    pages=ByURL(items=("items",), next=("next",)),
)


def _list(limit: int | UnsetType) -> Request[models.ListSongsResponse]:
    return _LIST.request(query={"limit": limit})


class Songs(Resource):
    """The operations of `songs`, under `/songs`."""

    def list(
        self, *, limit: int | UnsetType = UNSET
    ) -> Page[models.Song, models.ListSongsResponse]:
        """List songs.

        ``GET /songs``

        Returns:
            The songs. Iterate over the result for the items of all pages.
        """
        return self._send(_LIST.page(_list(limit)))


class AsyncSongs(AsyncResource):
    """The operations of `songs`, under `/songs`.

    Async counterpart of `Songs`.
    """

    def list(
        self, *, limit: int | UnsetType = UNSET
    ) -> AsyncPager[models.Song, models.ListSongsResponse]:
        """List songs.

        ``GET /songs``

        Returns:
            The songs. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(limit)))
