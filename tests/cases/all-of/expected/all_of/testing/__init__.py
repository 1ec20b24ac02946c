"""A fake of the All of API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AllOf, AsyncAllOf
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.dogs import FakeDogs

__all__ = ["FakeAllOf", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeAllOf(APIFake):
    """A fake of the All of API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(AllOf)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncAllOf)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def dogs(self) -> FakeDogs:
        """Fakes of the operations of `client.dogs`."""
        from .resources.dogs import FakeDogs

        return FakeDogs(self._board, "dogs")
