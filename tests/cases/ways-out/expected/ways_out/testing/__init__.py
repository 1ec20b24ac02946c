"""A fake of the Ways Out API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncWaysOut, WaysOut
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.servers import FakeServers

__all__ = ["FakeWaysOut", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeWaysOut(APIFake):
    """A fake of the Ways Out API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(WaysOut)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncWaysOut)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def servers(self) -> FakeServers:
        """Fakes of the operations of `client.servers`."""
        from .resources.servers import FakeServers

        return FakeServers(self._board, "servers")
