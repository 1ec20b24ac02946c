"""A fake of the Inline schemas API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncInlineSchemas, InlineSchemas
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.orders import FakeOrders

__all__ = ["FakeInlineSchemas", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeInlineSchemas(APIFake):
    """A fake of the Inline schemas API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(InlineSchemas)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncInlineSchemas)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def orders(self) -> FakeOrders:
        """Fakes of the operations of `client.orders`."""
        from .resources.orders import FakeOrders

        return FakeOrders(self._board, "orders")
