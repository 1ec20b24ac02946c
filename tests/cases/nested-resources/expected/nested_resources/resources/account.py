"""The account and its invoices."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .account_invoices import AccountInvoices, AsyncAccountInvoices

_UPDATE_SPEND_LIMIT: Operation[None] = Operation(
    id="Updateaccountspendlimit", method="PUT", path="/account/spend_limit", successes={204: None}
)


def _update_spend_limit() -> Request[None]:
    return _UPDATE_SPEND_LIMIT.request()


class Account(Resource):
    """The account and its invoices."""

    @cached_property
    def invoices(self) -> AccountInvoices:
        """The operations of `invoices`, under `/account/invoices`."""
        from .account_invoices import AccountInvoices

        return AccountInvoices(self._client)

    def update_spend_limit(self) -> None:
        """Updateaccountspendlimit.

        ``PUT /account/spend_limit``
        """
        return self._send(_update_spend_limit())


class AsyncAccount(AsyncResource):
    """The account and its invoices.

    Async counterpart of `Account`.
    """

    @cached_property
    def invoices(self) -> AsyncAccountInvoices:
        """The operations of `invoices`, under `/account/invoices`."""
        from .account_invoices import AsyncAccountInvoices

        return AsyncAccountInvoices(self._client)

    async def update_spend_limit(self) -> None:
        """Updateaccountspendlimit.

        ``PUT /account/spend_limit``
        """
        return await self._send(_update_spend_limit())
