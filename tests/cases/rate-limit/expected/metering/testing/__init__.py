"""A fake of the Metering API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncMetering, Metering
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.meters import FakeMeters

__all__ = ["FakeMetering", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeMetering(APIFake):
    """A fake of the Metering API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Metering)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncMetering)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def meters(self) -> FakeMeters:
        """Fakes of the operations of `client.meters`."""
        from .resources.meters import FakeMeters

        return FakeMeters(self._board, "meters")
