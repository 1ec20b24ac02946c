"""A fake of the Subtypes API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncSubtypes, Subtypes
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.pets import FakePets
    from .resources.tools import FakeTools

__all__ = ["FakeSubtypes", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeSubtypes(APIFake):
    """A fake of the Subtypes API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Subtypes)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncSubtypes)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def pets(self) -> FakePets:
        """Fakes of the operations of `client.pets`."""
        from .resources.pets import FakePets

        return FakePets(self._board, "pets")

    @cached_property
    def tools(self) -> FakeTools:
        """Fakes of the operations of `client.tools`."""
        from .resources.tools import FakeTools

        return FakeTools(self._board, "tools")
