"""A fake of the No auth API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncNoAuth, NoAuth
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.clock import FakeClock

__all__ = ["FakeNoAuth", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeNoAuth(APIFake):
    """A fake of the No auth API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(NoAuth)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncNoAuth)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def clock(self) -> FakeClock:
        """Fakes of the operations of `client.clock`."""
        from .resources.clock import FakeClock

        return FakeClock(self._board, "clock")
