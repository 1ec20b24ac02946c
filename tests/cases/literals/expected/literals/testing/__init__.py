"""A fake of the Literals API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncLiterals, Literals
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.chats import FakeChats
    from .resources.forms import FakeForms

__all__ = ["FakeLiterals", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeLiterals(APIFake):
    """A fake of the Literals API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Literals)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncLiterals)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def chats(self) -> FakeChats:
        """Fakes of the operations of `client.chats`."""
        from .resources.chats import FakeChats

        return FakeChats(self._board, "chats")

    @cached_property
    def forms(self) -> FakeForms:
        """Fakes of the operations of `client.forms`."""
        from .resources.forms import FakeForms

        return FakeForms(self._board, "forms")
