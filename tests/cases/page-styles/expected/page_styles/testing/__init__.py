"""A fake of the Page styles API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncPageStyles, PageStyles
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.declared import FakeDeclared
    from .resources.recognised import FakeRecognised

__all__ = ["FakePageStyles", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakePageStyles(APIFake):
    """A fake of the Page styles API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(PageStyles)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncPageStyles)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def recognised(self) -> FakeRecognised:
        """Fakes of the operations of `client.recognised`."""
        from .resources.recognised import FakeRecognised

        return FakeRecognised(self._board, "recognised")

    @cached_property
    def declared(self) -> FakeDeclared:
        """Fakes of the operations of `client.declared`."""
        from .resources.declared import FakeDeclared

        return FakeDeclared(self._board, "declared")
