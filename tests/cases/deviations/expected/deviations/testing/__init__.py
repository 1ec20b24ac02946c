"""A fake of the Deviations API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncDeviations, Deviations
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.orders import FakeOrders

__all__ = ["FakeDeviations", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeDeviations(APIFake):
    """A fake of the Deviations API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Deviations)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncDeviations)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def orders(self) -> FakeOrders:
        """Fakes of the operations of `client.orders`."""
        from .resources.orders import FakeOrders

        return FakeOrders(self._board, "orders")
