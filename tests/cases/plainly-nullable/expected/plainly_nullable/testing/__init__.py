"""A fake of the Plainly nullable API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncPlainlyNullable, PlainlyNullable
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.chunks import FakeChunks

__all__ = ["FakePlainlyNullable", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakePlainlyNullable(APIFake):
    """A fake of the Plainly nullable API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(PlainlyNullable)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncPlainlyNullable)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def chunks(self) -> FakeChunks:
        """Fakes of the operations of `client.chunks`."""
        from .resources.chunks import FakeChunks

        return FakeChunks(self._board, "chunks")
