"""The clients for the Deviations API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.orders import AsyncOrders, Orders


class Deviations(Client):
    """A client for the Deviations API.

    The base URL is taken from `DEVIATIONS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def orders(self) -> Orders:
        """The operations of `Orders`, below `/orders`."""
        from .resources.orders import Orders

        return Orders(self)


class AsyncDeviations(AsyncClient):
    """A client for the Deviations API, for asyncio.

    The same as `Deviations`, its methods awaited.

    The base URL is taken from `DEVIATIONS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def orders(self) -> AsyncOrders:
        """The operations of `Orders`, below `/orders`."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)
