"""The operations of `fern`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor, ByNumber

_FERN_CURSOR: PagedOperation[models.Row, models.FernCursorResponse] = PagedOperation(
    id="fernCursor",
    method="GET",
    path="/fern-cursor",
    successes={200: models.FernCursorResponse},
    pages=ByCursor(query="after", items=("found",), next=("paging", "token")),
)


def _fern_cursor(after: str | None | UnsetType) -> Request[models.FernCursorResponse]:
    return _FERN_CURSOR.request(query={"after": after})


_FERN_OFFSET: PagedOperation[models.Row, models.WrappedResponse] = PagedOperation(
    id="fernOffset",
    method="GET",
    path="/fern-offset",
    successes={200: models.WrappedResponse},
    pages=ByNumber(query="leaf", items=("rows",), more=("more",), first=1),
)


def _fern_offset(leaf: int | None | UnsetType) -> Request[models.WrappedResponse]:
    return _FERN_OFFSET.request(query={"leaf": leaf})


_FERN_CUSTOM: Operation[models.WrappedResponse] = Operation(
    id="fernCustom", method="GET", path="/fern-custom", successes={200: models.WrappedResponse}
)


def _fern_custom() -> Request[models.WrappedResponse]:
    return _FERN_CUSTOM.request()


class Fern(Resource):
    """The operations of `fern`."""

    def fern_cursor(
        self, *, after: str | None | UnsetType = UNSET
    ) -> Page[models.Row, models.FernCursorResponse]:
        """Fern cursor.

        ``GET /fern-cursor``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_FERN_CURSOR.page(_fern_cursor(after)))

    def fern_offset(
        self, *, leaf: int | None | UnsetType = UNSET
    ) -> Page[models.Row, models.WrappedResponse]:
        """Fern offset.

        ``GET /fern-offset``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_FERN_OFFSET.page(_fern_offset(leaf)))

    def fern_custom(self) -> models.WrappedResponse:
        """A form of Fern's that stands for nothing here.

        ``GET /fern-custom``

        Returns:
            Rows.
        """
        return self._send(_fern_custom())


class AsyncFern(AsyncResource):
    """The operations of `fern`.

    Async counterpart of `Fern`.
    """

    def fern_cursor(
        self, *, after: str | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, models.FernCursorResponse]:
        """Fern cursor.

        ``GET /fern-cursor``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _FERN_CURSOR.async_page(_fern_cursor(after)))

    def fern_offset(
        self, *, leaf: int | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, models.WrappedResponse]:
        """Fern offset.

        ``GET /fern-offset``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _FERN_OFFSET.async_page(_fern_offset(leaf)))

    async def fern_custom(self) -> models.WrappedResponse:
        """A form of Fern's that stands for nothing here.

        ``GET /fern-custom``

        Returns:
            Rows.
        """
        return await self._send(_fern_custom())
