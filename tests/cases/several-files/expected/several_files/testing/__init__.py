"""A fake of the Several files API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncSeveralFiles, SeveralFiles
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.authors import FakeAuthors
    from .resources.books import FakeBooks
    from .resources.reports import FakeReports

__all__ = ["FakeSeveralFiles", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeSeveralFiles(APIFake):
    """A fake of the Several files API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(SeveralFiles)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncSeveralFiles)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def books(self) -> FakeBooks:
        """Fakes of the operations of `client.books`."""
        from .resources.books import FakeBooks

        return FakeBooks(self._board, "books")

    @cached_property
    def authors(self) -> FakeAuthors:
        """Fakes of the operations of `client.authors`."""
        from .resources.authors import FakeAuthors

        return FakeAuthors(self._board, "authors")

    @cached_property
    def reports(self) -> FakeReports:
        """Fakes of the operations of `client.reports`."""
        from .resources.reports import FakeReports

        return FakeReports(self._board, "reports")
