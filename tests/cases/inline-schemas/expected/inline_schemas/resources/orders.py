"""The operations of `Orders`, under `/orders`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_CREATE: Operation[models.CreateOrderResponse] = Operation(
    id="createOrder",
    method="POST",
    path="/orders",
    successes={201: models.CreateOrderResponse},
    spread_body=True,
)


def _create(
    lines: Sequence[params.OrderLine],
    address: params.OrderAddress | UnsetType,
    speed: params.OrderSpeed | UnsetType,
) -> Request[models.CreateOrderResponse]:
    return _CREATE.request(
        query={"speed": speed}, json=models.CreateOrderRequest(lines=lines, address=address)
    )


class Orders(Resource):
    """The operations of `Orders`, under `/orders`."""

    def create(
        self,
        *,
        lines: Sequence[params.OrderLine],
        address: params.OrderAddress | UnsetType = UNSET,
        speed: params.OrderSpeed | UnsetType = UNSET,
    ) -> models.CreateOrderResponse:
        """Create order.

        ``POST /orders``

        Returns:
            The order.
        """
        return self._send(_create(lines, address, speed))


class AsyncOrders(AsyncResource):
    """The operations of `Orders`, under `/orders`.

    Async counterpart of `Orders`.
    """

    async def create(
        self,
        *,
        lines: Sequence[params.OrderLine],
        address: params.OrderAddress | UnsetType = UNSET,
        speed: params.OrderSpeed | UnsetType = UNSET,
    ) -> models.CreateOrderResponse:
        """Create order.

        ``POST /orders``

        Returns:
            The order.
        """
        return await self._send(_create(lines, address, speed))
