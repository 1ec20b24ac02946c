"""A fake of the Downloads API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncDownloads, Downloads
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.archives import FakeArchives

__all__ = ["FakeDownloads", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeDownloads(APIFake):
    """A fake of the Downloads API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Downloads)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncDownloads)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def archives(self) -> FakeArchives:
        """Fakes of the operations of `client.archives`."""
        from .resources.archives import FakeArchives

        return FakeArchives(self._board, "archives")
