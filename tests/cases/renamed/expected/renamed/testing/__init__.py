"""A fake of the Renamed API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncRenamed, Renamed
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.clusters import FakeClusters
    from .resources.nodes import FakeNodes

__all__ = ["FakeRenamed", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeRenamed(APIFake):
    """A fake of the Renamed API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Renamed)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncRenamed)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def nodes(self) -> FakeNodes:
        """Fakes of the operations of `client.nodes`."""
        from .resources.nodes import FakeNodes

        return FakeNodes(self._board, "nodes")

    @property
    def machines(self) -> FakeNodes:
        """The former name of `nodes`."""
        return self.nodes

    @cached_property
    def clusters(self) -> FakeClusters:
        """Fakes of the operations of `client.clusters`."""
        from .resources.clusters import FakeClusters

        return FakeClusters(self._board, "clusters")
