"""A fake of the Enums API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncEnums, Enums
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.lamps import FakeLamps

__all__ = ["FakeEnums", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeEnums(APIFake):
    """A fake of the Enums API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Enums)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncEnums)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def lamps(self) -> FakeLamps:
        """Fakes of the operations of `client.lamps`."""
        from .resources.lamps import FakeLamps

        return FakeLamps(self._board, "lamps")
