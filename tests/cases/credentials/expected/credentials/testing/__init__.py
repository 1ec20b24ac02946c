"""A fake of the Credentials API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncCredentials, Credentials
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.doors import FakeDoors

__all__ = ["FakeCredentials", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeCredentials(APIFake):
    """A fake of the Credentials API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Credentials)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncCredentials)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def doors(self) -> FakeDoors:
        """Fakes of the operations of `client.doors`."""
        from .resources.doors import FakeDoors

        return FakeDoors(self._board, "doors")
