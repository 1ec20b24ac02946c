"""The sync and the async client for the Deviations API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.orders import AsyncOrders, Orders


class Deviations(Client):
    """A client for the Deviations API.

    `base_url` defaults to the environment variable `DEVIATIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def orders(self) -> Orders:
        """The operations of `Orders`, under `/orders`."""
        from .resources.orders import Orders

        return Orders(self)


class AsyncDeviations(AsyncClient):
    """An async client for the Deviations API.

    Async counterpart of `Deviations`.

    `base_url` defaults to the environment variable `DEVIATIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def orders(self) -> AsyncOrders:
        """The operations of `Orders`, under `/orders`."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)
