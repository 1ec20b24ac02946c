"""A fake of the Older nullable API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncOlderNullable, OlderNullable
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.notes import FakeNotes

__all__ = ["FakeOlderNullable", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeOlderNullable(APIFake):
    """A fake of the Older nullable API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(OlderNullable)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncOlderNullable)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def notes(self) -> FakeNotes:
        """Fakes of the operations of `client.notes`."""
        from .resources.notes import FakeNotes

        return FakeNotes(self._board, "notes")
