"""The operations of `invoices`, under `/account/invoices`."""

from __future__ import annotations

import builtins

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[str]] = Operation(
    id="getInvoices", method="GET", path="/account/invoices", successes={200: builtins.list[str]}
)


def _list() -> Request[builtins.list[str]]:
    return _LIST.request()


class AccountInvoices(Resource):
    """The operations of `invoices`, under `/account/invoices`."""

    def list(self) -> builtins.list[str]:
        """Get invoices.

        ``GET /account/invoices``

        Returns:
            Texts.
        """
        return self._send(_list())


class AsyncAccountInvoices(AsyncResource):
    """The operations of `invoices`, under `/account/invoices`.

    Async counterpart of `AccountInvoices`.
    """

    async def list(self) -> builtins.list[str]:
        """Get invoices.

        ``GET /account/invoices``

        Returns:
            Texts.
        """
        return await self._send(_list())
