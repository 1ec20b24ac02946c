"""The operations of `speakeasy`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByLastItem, ByNumber, ByURL

_SPEAKEASY_CURSOR: PagedOperation[models.Row, models.WrappedResponse] = PagedOperation(
    id="speakeasyCursor",
    method="GET",
    path="/speakeasy-cursor",
    successes={200: models.WrappedResponse},
    pages=ByLastItem(query="since", items=("rows",), next=("class_",)),
)


def _speakeasy_cursor(since: int | None | UnsetType) -> Request[models.WrappedResponse]:
    return _SPEAKEASY_CURSOR.request(query={"since": since})


_SPEAKEASY_PAGE: PagedOperation[models.Row, models.WrappedResponse] = PagedOperation(
    id="speakeasyPage",
    method="GET",
    path="/speakeasy-page",
    successes={200: models.WrappedResponse},
    pages=ByNumber(query="leaf", items=("rows",), pages=("count",), first=1),
)


def _speakeasy_page(leaf: int | None | UnsetType) -> Request[models.WrappedResponse]:
    return _SPEAKEASY_PAGE.request(query={"leaf": leaf})


_SPEAKEASY_URL: PagedOperation[models.Row, models.WrappedResponse] = PagedOperation(
    id="speakeasyUrl",
    method="GET",
    path="/speakeasy-url",
    successes={200: models.WrappedResponse},
    pages=ByURL(items=("rows",), next=("to",)),
)


def _speakeasy_url() -> Request[models.WrappedResponse]:
    return _SPEAKEASY_URL.request()


class Speakeasy(Resource):
    """The operations of `speakeasy`."""

    def speakeasy_cursor(
        self, *, since: int | None | UnsetType = UNSET
    ) -> Page[models.Row, models.WrappedResponse]:
        """Speakeasy cursor.

        ``GET /speakeasy-cursor``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_SPEAKEASY_CURSOR.page(_speakeasy_cursor(since)))

    def speakeasy_page(
        self, *, leaf: int | None | UnsetType = UNSET
    ) -> Page[models.Row, models.WrappedResponse]:
        """Speakeasy page.

        ``GET /speakeasy-page``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_SPEAKEASY_PAGE.page(_speakeasy_page(leaf)))

    def speakeasy_url(self) -> Page[models.Row, models.WrappedResponse]:
        """Speakeasy url.

        ``GET /speakeasy-url``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_SPEAKEASY_URL.page(_speakeasy_url()))


class AsyncSpeakeasy(AsyncResource):
    """The operations of `speakeasy`.

    Async counterpart of `Speakeasy`.
    """

    def speakeasy_cursor(
        self, *, since: int | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, models.WrappedResponse]:
        """Speakeasy cursor.

        ``GET /speakeasy-cursor``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _SPEAKEASY_CURSOR.async_page(_speakeasy_cursor(since)))

    def speakeasy_page(
        self, *, leaf: int | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, models.WrappedResponse]:
        """Speakeasy page.

        ``GET /speakeasy-page``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _SPEAKEASY_PAGE.async_page(_speakeasy_page(leaf)))

    def speakeasy_url(self) -> AsyncPager[models.Row, models.WrappedResponse]:
        """Speakeasy url.

        ``GET /speakeasy-url``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _SPEAKEASY_URL.async_page(_speakeasy_url()))
