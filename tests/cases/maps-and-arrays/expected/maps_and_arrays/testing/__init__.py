"""A fake of the Maps and arrays API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncMapsAndArrays, MapsAndArrays
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.grids import FakeGrids
    from .resources.stock import FakeStock

__all__ = ["FakeMapsAndArrays", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeMapsAndArrays(APIFake):
    """A fake of the Maps and arrays API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(MapsAndArrays)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncMapsAndArrays)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def grids(self) -> FakeGrids:
        """Fakes of the operations of `client.grids`."""
        from .resources.grids import FakeGrids

        return FakeGrids(self._board, "grids")

    @cached_property
    def stock(self) -> FakeStock:
        """Fakes of the operations of `client.stock`."""
        from .resources.stock import FakeStock

        return FakeStock(self._board, "stock")
