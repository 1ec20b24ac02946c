"""A fake of the Trade API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncTrade, Trade
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.customers import FakeCustomers
    from .resources.orders import FakeOrders
    from .resources.places import FakePlaces

__all__ = ["FakeTrade", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeTrade(APIFake):
    """A fake of the Trade API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Trade)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncTrade)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def orders(self) -> FakeOrders:
        """Fakes of the operations of `client.orders`."""
        from .resources.orders import FakeOrders

        return FakeOrders(self._board, "orders")

    @cached_property
    def customers(self) -> FakeCustomers:
        """Fakes of the operations of `client.customers`."""
        from .resources.customers import FakeCustomers

        return FakeCustomers(self._board, "customers")

    @cached_property
    def places(self) -> FakePlaces:
        """Fakes of the operations of `client.places`."""
        from .resources.places import FakePlaces

        return FakePlaces(self._board, "places")
