"""A fake of the Parameter Styles API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncParameterStyles, ParameterStyles
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.colours import FakeColours
    from .resources.paints import FakePaints
    from .resources.paths import FakePaths
    from .resources.shades import FakeShades

__all__ = ["FakeParameterStyles", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeParameterStyles(APIFake):
    """A fake of the Parameter Styles API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(ParameterStyles)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncParameterStyles)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def colours(self) -> FakeColours:
        """Fakes of the operations of `client.colours`."""
        from .resources.colours import FakeColours

        return FakeColours(self._board, "colours")

    @cached_property
    def shades(self) -> FakeShades:
        """Fakes of the operations of `client.shades`."""
        from .resources.shades import FakeShades

        return FakeShades(self._board, "shades")

    @cached_property
    def paints(self) -> FakePaints:
        """Fakes of the operations of `client.paints`."""
        from .resources.paints import FakePaints

        return FakePaints(self._board, "paints")

    @cached_property
    def paths(self) -> FakePaths:
        """Fakes of the operations of `client.paths`."""
        from .resources.paths import FakePaths

        return FakePaths(self._board, "paths")
