"""The operations of `Customers`, under `/customers`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._later import Later

_GET: Operation[models.Customer] = Operation(
    id="getCustomer",
    method="GET",
    path="/customers/{id}",
    successes=Later(lambda: {200: models.Customer}),
)


def _get(id: str) -> Request[models.Customer]:
    return _GET.request(id)


class Customers(Resource):
    """The operations of `Customers`, under `/customers`."""

    def get(self, id: str) -> models.Customer:
        """Get customer.

        ``GET /customers/{id}``

        Returns:
            The customer.
        """
        return self._send(_get(id))


class AsyncCustomers(AsyncResource):
    """The operations of `Customers`, under `/customers`.

    Async counterpart of `Customers`.
    """

    async def get(self, id: str) -> models.Customer:
        """Get customer.

        ``GET /customers/{id}``

        Returns:
            The customer.
        """
        return await self._send(_get(id))
