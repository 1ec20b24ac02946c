"""The operations of `charges`, under `/charges`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByLastItem

_LIST: PagedOperation[models.Charge, models.ListChargesResponse] = PagedOperation(
    id="listCharges",
    method="GET",
    path="/charges",
    successes={200: models.ListChargesResponse},
    pages=ByLastItem(query="starting_after", items=("data",), next=("id",), more=("has_more",)),
)


def _list(
    starting_after: str | None | UnsetType, limit: int | UnsetType
) -> Request[models.ListChargesResponse]:
    return _LIST.request(query={"starting_after": starting_after, "limit": limit})


class Charges(Resource):
    """The operations of `charges`, under `/charges`."""

    def list(
        self, *, starting_after: str | None | UnsetType = UNSET, limit: int | UnsetType = UNSET
    ) -> Page[models.Charge, models.ListChargesResponse]:
        """List charges.

        ``GET /charges``

        Args:
            starting_after: The ID of the last charge.

        Returns:
            The charges. Iterate over the result for the items of all pages.
        """
        return self._send(_LIST.page(_list(starting_after, limit)))


class AsyncCharges(AsyncResource):
    """The operations of `charges`, under `/charges`.

    Async counterpart of `Charges`.
    """

    def list(
        self, *, starting_after: str | None | UnsetType = UNSET, limit: int | UnsetType = UNSET
    ) -> AsyncPager[models.Charge, models.ListChargesResponse]:
        """List charges.

        ``GET /charges``

        Args:
            starting_after: The ID of the last charge.

        Returns:
            The charges. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _LIST.async_page(_list(starting_after, limit)))
