"""A fake of the Received API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncReceived, Received
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.pets import FakePets

__all__ = ["FakeReceived", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeReceived(APIFake):
    """A fake of the Received API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Received)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncReceived)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def pets(self) -> FakePets:
        """Fakes of the operations of `client.pets`."""
        from .resources.pets import FakePets

        return FakePets(self._board, "pets")
