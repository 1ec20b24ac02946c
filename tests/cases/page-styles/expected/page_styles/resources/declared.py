"""The operations of `declared`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor, ByLastItem

_ELASTIC_AFTER: PagedOperation[models.HitHitsHit, models.HitsResponse] = PagedOperation(
    id="elasticAfter",
    method="POST",
    path="/elastic-after",
    successes={200: models.HitsResponse},
    optional_body=True,
    spread_body=True,
    pages=ByLastItem(body=("search_after",), items=("hits", "hits"), next=("sort",)),
)


def _elastic_after(
    search_after: Sequence[str | float | None] | None | UnsetType, size: int | UnsetType
) -> Request[models.HitsResponse]:
    return _ELASTIC_AFTER.request(
        json=models.ElasticAfterRequest(
            search_after=UNSET if search_after is None else search_after, size=size
        )
    )


_DISCORD: PagedOperation[models.Row, list[models.Row]] = PagedOperation(
    id="discord",
    method="GET",
    path="/discord",
    successes={200: list[models.Row]},
    pages=ByLastItem(query="before", next=("id",)),
)


def _discord(
    before: str | None | UnsetType, after: str | UnsetType, limit: int | UnsetType
) -> Request[list[models.Row]]:
    return _DISCORD.request(query={"before": before, "after": after, "limit": limit})


_RANGE: PagedOperation[models.Row, list[models.Row]] = PagedOperation(
    id="range",
    method="GET",
    path="/range",
    successes={200: list[models.Row]},
    pages=ByCursor(request_header="X-From", header="X-Following"),
)


def _range(x_from: str | None | UnsetType) -> Request[list[models.Row]]:
    return _RANGE.request(headers={"X-From": x_from})


class Declared(Resource):
    """The operations of `declared`."""

    def elastic_after(
        self,
        *,
        search_after: Sequence[str | float | None] | None | UnsetType = UNSET,
        size: int | UnsetType = UNSET,
    ) -> Page[models.HitHitsHit, models.HitsResponse]:
        """Elastic after.

        ``POST /elastic-after``

        Returns:
            What was found. Iterate over the result for the items of all pages.
        """
        return self._send(_ELASTIC_AFTER.page(_elastic_after(search_after, size)))

    def discord(
        self,
        *,
        before: str | None | UnsetType = UNSET,
        after: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
    ) -> Page[models.Row, list[models.Row]]:
        """Discord.

        ``GET /discord``

        Returns:
            Messages, the newest first. Iterate over the result for the items of all pages.
        """
        return self._send(_DISCORD.page(_discord(before, after, limit)))

    def range(
        self, *, x_from: str | None | UnsetType = UNSET
    ) -> Page[models.Row, list[models.Row]]:
        """Range.

        ``GET /range``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_RANGE.page(_range(x_from)))


class AsyncDeclared(AsyncResource):
    """The operations of `declared`.

    Async counterpart of `Declared`.
    """

    def elastic_after(
        self,
        *,
        search_after: Sequence[str | float | None] | None | UnsetType = UNSET,
        size: int | UnsetType = UNSET,
    ) -> AsyncPager[models.HitHitsHit, models.HitsResponse]:
        """Elastic after.

        ``POST /elastic-after``

        Returns:
            What was found. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _ELASTIC_AFTER.async_page(_elastic_after(search_after, size)))

    def discord(
        self,
        *,
        before: str | None | UnsetType = UNSET,
        after: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
    ) -> AsyncPager[models.Row, list[models.Row]]:
        """Discord.

        ``GET /discord``

        Returns:
            Messages, the newest first. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _DISCORD.async_page(_discord(before, after, limit)))

    def range(
        self, *, x_from: str | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, list[models.Row]]:
        """Range.

        ``GET /range``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _RANGE.async_page(_range(x_from)))
