"""A fake of the Dates and UUIDs API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncDatesAndUUIDs, DatesAndUUIDs
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.events import FakeEvents

__all__ = ["FakeDatesAndUUIDs", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeDatesAndUUIDs(APIFake):
    """A fake of the Dates and UUIDs API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(DatesAndUUIDs)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncDatesAndUUIDs)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def events(self) -> FakeEvents:
        """Fakes of the operations of `client.events`."""
        from .resources.events import FakeEvents

        return FakeEvents(self._board, "events")
