"""The operations of `Orders`, under `/orders`."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._later import Later

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[models.Order]] = Operation(
    id="listOrders",
    method="GET",
    path="/orders",
    successes=Later(lambda: {200: builtins.list[models.Order]}),
)


def _list(currency: params.Currency | UnsetType) -> Request[builtins.list[models.Order]]:
    return _LIST.request(query={"currency": currency})


_CREATE: Operation[models.Order] = Operation(
    id="createOrder",
    method="POST",
    path="/orders",
    successes=Later(lambda: {201: models.Order}),
    errors=Later(lambda: {422: models.Refusal}),
    spread_body=True,
)


def _create(
    items: Sequence[params.Item],
    payment: params.Payment | UnsetType,
    gift: params.OrderGift | UnsetType,
) -> Request[models.Order]:
    return _CREATE.request(json=models.CreateOrderRequest(items=items, payment=payment, gift=gift))


class Orders(Resource):
    """The operations of `Orders`, under `/orders`."""

    def list(self, *, currency: params.Currency | UnsetType = UNSET) -> builtins.list[models.Order]:
        """List orders.

        ``GET /orders``

        Returns:
            The orders.
        """
        return self._send(_list(currency))

    def create(
        self,
        *,
        items: Sequence[params.Item],
        payment: params.Payment | UnsetType = UNSET,
        gift: params.OrderGift | UnsetType = UNSET,
    ) -> models.Order:
        """Create order.

        ``POST /orders``

        Returns:
            The order.

        Raises:
            UnprocessableEntityError: Refused.
        """
        return self._send(_create(items, payment, gift))


class AsyncOrders(AsyncResource):
    """The operations of `Orders`, under `/orders`.

    Async counterpart of `Orders`.
    """

    async def list(
        self, *, currency: params.Currency | UnsetType = UNSET
    ) -> builtins.list[models.Order]:
        """List orders.

        ``GET /orders``

        Returns:
            The orders.
        """
        return await self._send(_list(currency))

    async def create(
        self,
        *,
        items: Sequence[params.Item],
        payment: params.Payment | UnsetType = UNSET,
        gift: params.OrderGift | UnsetType = UNSET,
    ) -> models.Order:
        """Create order.

        ``POST /orders``

        Returns:
            The order.

        Raises:
            UnprocessableEntityError: Refused.
        """
        return await self._send(_create(items, payment, gift))
