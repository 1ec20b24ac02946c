"""A fake of the Parameters API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncParameters, Parameters
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.rooms import FakeRooms

__all__ = ["FakeParameters", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeParameters(APIFake):
    """A fake of the Parameters API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Parameters)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncParameters)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def rooms(self) -> FakeRooms:
        """Fakes of the operations of `client.rooms`."""
        from .resources.rooms import FakeRooms

        return FakeRooms(self._board, "rooms")
