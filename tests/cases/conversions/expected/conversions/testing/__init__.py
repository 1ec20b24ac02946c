"""A fake of the Conversions API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncConversions, Conversions
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.items import FakeItems

__all__ = ["FakeConversions", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeConversions(APIFake):
    """A fake of the Conversions API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Conversions)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncConversions)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def items(self) -> FakeItems:
        """Fakes of the operations of `client.items`."""
        from .resources.items import FakeItems

        return FakeItems(self._board, "items")
