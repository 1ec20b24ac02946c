"""A fake of the Unions API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncUnions, Unions
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.pets import FakePets
    from .resources.records import FakeRecords
    from .resources.shapes import FakeShapes

__all__ = ["FakeUnions", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeUnions(APIFake):
    """A fake of the Unions API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Unions)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncUnions)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def pets(self) -> FakePets:
        """Fakes of the operations of `client.pets`."""
        from .resources.pets import FakePets

        return FakePets(self._board, "pets")

    @cached_property
    def shapes(self) -> FakeShapes:
        """Fakes of the operations of `client.shapes`."""
        from .resources.shapes import FakeShapes

        return FakeShapes(self._board, "shapes")

    @cached_property
    def records(self) -> FakeRecords:
        """Fakes of the operations of `client.records`."""
        from .resources.records import FakeRecords

        return FakeRecords(self._board, "records")
