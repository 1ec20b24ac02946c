"""A fake of the Chat API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncChat, Chat
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.completions import FakeCompletions
    from .resources.threads import FakeThreads

__all__ = ["FakeChat", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeChat(APIFake):
    """A fake of the Chat API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Chat)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncChat)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def completions(self) -> FakeCompletions:
        """Fakes of the operations of `client.completions`."""
        from .resources.completions import FakeCompletions

        return FakeCompletions(self._board, "completions")

    @cached_property
    def threads(self) -> FakeThreads:
        """Fakes of the operations of `client.threads`."""
        from .resources.threads import FakeThreads

        return FakeThreads(self._board, "threads")
