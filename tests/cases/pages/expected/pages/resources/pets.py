"""The operations of `pets`, under `/pets`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor

_LIST: PagedOperation[models.Pet, models.ListPetsResponse] = PagedOperation(
    id="listPets",
    method="GET",
    path="/pets",
    successes={200: models.ListPetsResponse},
    pages=ByCursor(query="page[after]", items=("data",), next=("cursors", "after")),
)


def _list(
    page_after: str | None | UnsetType, page_size: int | UnsetType
) -> Request[models.ListPetsResponse]:
    return _LIST.request(query={"page[after]": page_after, "page[size]": page_size})


class Pets(Resource):
    """The operations of `pets`, under `/pets`."""

    def list(
        self, *, page_after: str | None | UnsetType = UNSET, page_size: int | UnsetType = UNSET
    ) -> Page[models.Pet, models.ListPetsResponse]:
        """List pets.

        ``GET /pets``

        Returns:
            The pets. Iterate over the result for the items of all pages.
        """
        return self._send(_LIST.page(_list(page_after, page_size)))


class AsyncPets(AsyncResource):
    """The operations of `pets`, under `/pets`.

    Async counterpart of `Pets`.
    """

    def list(
        self, *, page_after: str | None | UnsetType = UNSET, page_size: int | UnsetType = UNSET
    ) -> AsyncPager[models.Pet, models.ListPetsResponse]:
        """List pets.

        ``GET /pets``

        Returns:
            The pets. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(page_after, page_size)))
