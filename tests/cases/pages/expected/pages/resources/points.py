"""The operations of `points`, under `/points`."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor, ByOffset

_SCROLL: PagedOperation[models.Point, models.ScrollPointsResponse] = PagedOperation(
    id="scrollPoints",
    method="POST",
    path="/points/scroll",
    successes={200: models.ScrollPointsResponse},
    optional_body=True,
    spread_body=True,
    pages=ByCursor(body=("marker",), items=("result", "points"), next=("result", "next_marker")),
)


def _scroll(
    filter: Mapping[str, str] | UnsetType, limit: int | UnsetType, marker: str | None | UnsetType
) -> Request[models.ScrollPointsResponse]:
    return _SCROLL.request(
        json=models.ScrollPointsRequest(
            filter=filter, limit=limit, marker=UNSET if marker is None else marker
        )
    )


_FILTER: PagedOperation[models.Point, list[models.Point]] = PagedOperation(
    id="filterPoints",
    method="POST",
    path="/points/filter",
    successes={200: list[models.Point]},
    optional_body=True,
    spread_body=True,
    pages=ByOffset(body=("offset",), first=0),
)


def _filter(offset: int | None | UnsetType, limit: int | UnsetType) -> Request[list[models.Point]]:
    return _FILTER.request(
        json=models.FilterPointsRequest(offset=UNSET if offset is None else offset, limit=limit)
    )


class Points(Resource):
    """The operations of `points`, under `/points`."""

    def scroll(
        self,
        *,
        filter: Mapping[str, str] | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        marker: str | None | UnsetType = UNSET,
    ) -> Page[models.Point, models.ScrollPointsResponse]:
        """Scroll points.

        ``POST /points/scroll``

        Returns:
            The points. Iterate over the result for the items of all pages.
        """
        return self._send(_SCROLL.page(_scroll(filter, limit, marker)))

    def filter(
        self, *, offset: int | None | UnsetType = UNSET, limit: int | UnsetType = UNSET
    ) -> Page[models.Point, list[models.Point]]:
        """Filter points.

        ``POST /points/filter``

        Args:
            offset: The server's default is `0`.
            limit: The server's default is `200`.

        Returns:
            The points. Iterate over the result for the items of all pages.
        """
        return self._send(_FILTER.page(_filter(offset, limit)))


class AsyncPoints(AsyncResource):
    """The operations of `points`, under `/points`.

    Async counterpart of `Points`.
    """

    def scroll(
        self,
        *,
        filter: Mapping[str, str] | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        marker: str | None | UnsetType = UNSET,
    ) -> AsyncPager[models.Point, models.ScrollPointsResponse]:
        """Scroll points.

        ``POST /points/scroll``

        Returns:
            The points. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _SCROLL.async_page(_scroll(filter, limit, marker)))

    def filter(
        self, *, offset: int | None | UnsetType = UNSET, limit: int | UnsetType = UNSET
    ) -> AsyncPager[models.Point, list[models.Point]]:
        """Filter points.

        ``POST /points/filter``

        Args:
            offset: The server's default is `0`.
            limit: The server's default is `200`.

        Returns:
            The points. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _FILTER.async_page(_filter(offset, limit)))
