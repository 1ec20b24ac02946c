"""A fake of the Orders API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncOrders, Orders
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.notes import FakeNotes
    from .resources.numbers import FakeNumbers
    from .resources.orders import FakeOrdersResource
    from .resources.refunds import FakeRefunds

__all__ = ["FakeOrders", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeOrders(APIFake):
    """A fake of the Orders API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Orders)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncOrders)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def orders(self) -> FakeOrdersResource:
        """Fakes of the operations of `client.orders`."""
        from .resources.orders import FakeOrdersResource

        return FakeOrdersResource(self._board, "orders")

    @cached_property
    def refunds(self) -> FakeRefunds:
        """Fakes of the operations of `client.refunds`."""
        from .resources.refunds import FakeRefunds

        return FakeRefunds(self._board, "refunds")

    @cached_property
    def numbers(self) -> FakeNumbers:
        """Fakes of the operations of `client.numbers`."""
        from .resources.numbers import FakeNumbers

        return FakeNumbers(self._board, "numbers")

    @cached_property
    def notes(self) -> FakeNotes:
        """Fakes of the operations of `client.notes`."""
        from .resources.notes import FakeNotes

        return FakeNotes(self._board, "notes")
