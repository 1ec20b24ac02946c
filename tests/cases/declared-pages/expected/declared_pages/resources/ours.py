"""The operations of `ours`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor, ByLastItem, ByNumber, ByOffset, ByURL

if TYPE_CHECKING:
    from .. import params

_BY_CURSOR: PagedOperation[models.Row, models.ByCursorResponse] = PagedOperation(
    id="byCursor",
    method="GET",
    path="/cursor",
    successes={200: models.ByCursorResponse},
    pages=ByCursor(
        query="from-key",
        items=("found", "rows"),
        next=("paging", "last_key"),
        more=("paging", "on"),
    ),
)


def _by_cursor(from_key: str | None | UnsetType) -> Request[models.ByCursorResponse]:
    return _BY_CURSOR.request(query={"from-key": from_key})


_BY_HEADER: PagedOperation[models.Row, list[models.Row]] = PagedOperation(
    id="byHeader",
    method="GET",
    path="/header",
    successes={200: list[models.Row]},
    pages=ByCursor(query="cursor", header="X-Next-Cursor"),
)


def _by_header() -> Request[list[models.Row]]:
    return _BY_HEADER.request()


_BY_LAST_ITEM: PagedOperation[models.Row, list[models.Row]] = PagedOperation(
    id="byLastItem",
    method="GET",
    path="/last",
    successes={200: list[models.Row]},
    pages=ByLastItem(query="since", next=("class_",)),
)


def _by_last_item(since: int | None | UnsetType) -> Request[list[models.Row]]:
    return _BY_LAST_ITEM.request(query={"since": since})


_BY_OFFSET: PagedOperation[models.Row, list[models.Row]] = PagedOperation(
    id="byOffset",
    method="GET",
    path="/offset",
    successes={200: list[models.Row]},
    pages=ByOffset(query="start", first=1),
)


def _by_offset(start: int | None | UnsetType) -> Request[list[models.Row]]:
    return _BY_OFFSET.request(query={"start": start})


_BY_PAGE: PagedOperation[models.Row, list[models.Row]] = PagedOperation(
    id="byPage",
    method="POST",
    path="/page",
    successes={200: list[models.Row]},
    spread_body=True,
    pages=ByNumber(body=("where", "leaf"), first=0),
)


def _by_page(where: params.ByPageWhere) -> Request[list[models.Row]]:
    return _BY_PAGE.request(json=models.ByPageRequest(where=where))


_BY_LINK: PagedOperation[models.Row, list[models.Row]] = PagedOperation(
    id="byLink", method="GET", path="/link", successes={200: list[models.Row]}, pages=ByURL()
)


def _by_link() -> Request[list[models.Row]]:
    return _BY_LINK.request()


_BY_URL: PagedOperation[models.Row, models.ByURLResponse] = PagedOperation(
    id="byUrl",
    method="GET",
    path="/url",
    successes={200: models.ByURLResponse},
    pages=ByURL(items=("rows",), next=("more",)),
)


def _by_url() -> Request[models.ByURLResponse]:
    return _BY_URL.request()


class Ours(Resource):
    """The operations of `ours`."""

    def by_cursor(
        self, *, from_key: str | None | UnsetType = UNSET
    ) -> Page[models.Row, models.ByCursorResponse]:
        """By cursor.

        ``GET /cursor``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_BY_CURSOR.page(_by_cursor(from_key)))

    def by_header(self) -> Page[models.Row, list[models.Row]]:
        """By header.

        ``GET /header``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_BY_HEADER.page(_by_header()))

    def by_last_item(
        self, *, since: int | None | UnsetType = UNSET
    ) -> Page[models.Row, list[models.Row]]:
        """By last item.

        ``GET /last``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_BY_LAST_ITEM.page(_by_last_item(since)))

    def by_offset(
        self, *, start: int | None | UnsetType = UNSET
    ) -> Page[models.Row, list[models.Row]]:
        """By offset.

        ``GET /offset``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_BY_OFFSET.page(_by_offset(start)))

    def by_page(self, *, where: params.ByPageWhere) -> Page[models.Row, list[models.Row]]:
        """By page.

        ``POST /page``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_BY_PAGE.page(_by_page(where)))

    def by_link(self) -> Page[models.Row, list[models.Row]]:
        """By link.

        ``GET /link``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_BY_LINK.page(_by_link()))

    def by_url(self) -> Page[models.Row, models.ByURLResponse]:
        """By url.

        ``GET /url``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_BY_URL.page(_by_url()))


class AsyncOurs(AsyncResource):
    """The operations of `ours`.

    Async counterpart of `Ours`.
    """

    def by_cursor(
        self, *, from_key: str | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, models.ByCursorResponse]:
        """By cursor.

        ``GET /cursor``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _BY_CURSOR.async_page(_by_cursor(from_key)))

    def by_header(self) -> AsyncPager[models.Row, list[models.Row]]:
        """By header.

        ``GET /header``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _BY_HEADER.async_page(_by_header()))

    def by_last_item(
        self, *, since: int | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, list[models.Row]]:
        """By last item.

        ``GET /last``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _BY_LAST_ITEM.async_page(_by_last_item(since)))

    def by_offset(
        self, *, start: int | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, list[models.Row]]:
        """By offset.

        ``GET /offset``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _BY_OFFSET.async_page(_by_offset(start)))

    def by_page(self, *, where: params.ByPageWhere) -> AsyncPager[models.Row, list[models.Row]]:
        """By page.

        ``POST /page``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _BY_PAGE.async_page(_by_page(where)))

    def by_link(self) -> AsyncPager[models.Row, list[models.Row]]:
        """By link.

        ``GET /link``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _BY_LINK.async_page(_by_link()))

    def by_url(self) -> AsyncPager[models.Row, models.ByURLResponse]:
        """By url.

        ``GET /url``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _BY_URL.async_page(_by_url()))
