"""The clients for the Inline schemas API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.orders import AsyncOrders, Orders


class InlineSchemas(Client):
    """A client for the Inline schemas API.

    The base URL is taken from `INLINE_SCHEMAS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def orders(self) -> Orders:
        """The operations of `Orders`, below `/orders`."""
        from .resources.orders import Orders

        return Orders(self)


class AsyncInlineSchemas(AsyncClient):
    """A client for the Inline schemas API, for asyncio.

    The same as `InlineSchemas`, its methods awaited.

    The base URL is taken from `INLINE_SCHEMAS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def orders(self) -> AsyncOrders:
        """The operations of `Orders`, below `/orders`."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)
