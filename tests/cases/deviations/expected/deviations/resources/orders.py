"""The operations of `Orders`, under `/orders`."""

from __future__ import annotations

import builtins

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Order | models.NoteAcceptedResponse] = Operation(
    id="getOrder",
    method="GET",
    path="/orders/{order_id}",
    successes={200: models.Order, 202: models.NoteAcceptedResponse},
)


def _get(order_id: str) -> Request[models.Order | models.NoteAcceptedResponse]:
    return _GET.request(order_id)


_LIST: Operation[builtins.list[models.Order]] = Operation(
    id="listOrders", method="GET", path="/orders", successes={200: builtins.list[models.Order]}
)


def _list() -> Request[builtins.list[models.Order]]:
    return _LIST.request()


class Orders(Resource):
    """The operations of `Orders`, under `/orders`."""

    def get(self, order_id: str) -> models.Order | models.NoteAcceptedResponse:
        """Get order.

        ``GET /orders/{order_id}``

        Returns:
            The order. Or: It is being placed.
        """
        return self._send(_get(order_id))

    def list(self) -> builtins.list[models.Order]:
        """List orders.

        ``GET /orders``

        Returns:
            All orders.
        """
        return self._send(_list())


class AsyncOrders(AsyncResource):
    """The operations of `Orders`, under `/orders`.

    Async counterpart of `Orders`.
    """

    async def get(self, order_id: str) -> models.Order | models.NoteAcceptedResponse:
        """Get order.

        ``GET /orders/{order_id}``

        Returns:
            The order. Or: It is being placed.
        """
        return await self._send(_get(order_id))

    async def list(self) -> builtins.list[models.Order]:
        """List orders.

        ``GET /orders``

        Returns:
            All orders.
        """
        return await self._send(_list())
