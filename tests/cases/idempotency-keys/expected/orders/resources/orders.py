"""The operations of `Orders`, under `/orders`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .._runtime import AsyncResource, Operation, Request, Resource

_CREATE: Operation[None] = Operation(
    id="createOrder", method="POST", path="/orders", successes={204: None}, has_idempotency_key=True
)


def _create(idempotency_key: str | UnsetType) -> Request[None]:
    return _CREATE.request(headers={"Idempotency-Key": idempotency_key})


class OrdersResource(Resource):
    """The operations of `Orders`, under `/orders`."""

    def create(self, *, idempotency_key: str | UnsetType = UNSET) -> None:
        """Create order.

        ``POST /orders``

        Args:
            idempotency_key: Makes it safe to repeat.

                By default the client makes a key for each call, so that it can retry safely.
        """
        return self._send(_create(idempotency_key))


class AsyncOrdersResource(AsyncResource):
    """The operations of `Orders`, under `/orders`.

    Async counterpart of `OrdersResource`.
    """

    async def create(self, *, idempotency_key: str | UnsetType = UNSET) -> None:
        """Create order.

        ``POST /orders``

        Args:
            idempotency_key: Makes it safe to repeat.

                By default the client makes a key for each call, so that it can retry safely.
        """
        return await self._send(_create(idempotency_key))
