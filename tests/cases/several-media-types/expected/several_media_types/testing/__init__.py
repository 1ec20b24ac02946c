"""A fake of the Several Media Types API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncSeveralMediaTypes, SeveralMediaTypes
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.books import FakeBooks
    from .resources.drawings import FakeDrawings

__all__ = [
    "FakeSeveralMediaTypes",
    "SentPart",
    "SentRequest",
    "UnexpectedCall",
    "UnusedExpectation",
]


class FakeSeveralMediaTypes(APIFake):
    """A fake of the Several Media Types API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(SeveralMediaTypes)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncSeveralMediaTypes)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def books(self) -> FakeBooks:
        """Fakes of the operations of `client.books`."""
        from .resources.books import FakeBooks

        return FakeBooks(self._board, "books")

    @cached_property
    def drawings(self) -> FakeDrawings:
        """Fakes of the operations of `client.drawings`."""
        from .resources.drawings import FakeDrawings

        return FakeDrawings(self._board, "drawings")
