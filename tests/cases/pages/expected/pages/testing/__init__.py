"""A fake of the Pages API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncPages, Pages
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.charges import FakeCharges
    from .resources.clusters import FakeClusters
    from .resources.colours import FakeColours
    from .resources.pets import FakePets
    from .resources.points import FakePoints
    from .resources.repos import FakeRepos
    from .resources.servers import FakeServers
    from .resources.songs import FakeSongs
    from .resources.tags import FakeTags

__all__ = ["FakePages", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakePages(APIFake):
    """A fake of the Pages API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Pages)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncPages)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def clusters(self) -> FakeClusters:
        """Fakes of the operations of `client.clusters`."""
        from .resources.clusters import FakeClusters

        return FakeClusters(self._board, "clusters")

    @cached_property
    def charges(self) -> FakeCharges:
        """Fakes of the operations of `client.charges`."""
        from .resources.charges import FakeCharges

        return FakeCharges(self._board, "charges")

    @cached_property
    def tags(self) -> FakeTags:
        """Fakes of the operations of `client.tags`."""
        from .resources.tags import FakeTags

        return FakeTags(self._board, "tags")

    @cached_property
    def repos(self) -> FakeRepos:
        """Fakes of the operations of `client.repos`."""
        from .resources.repos import FakeRepos

        return FakeRepos(self._board, "repos")

    @cached_property
    def servers(self) -> FakeServers:
        """Fakes of the operations of `client.servers`."""
        from .resources.servers import FakeServers

        return FakeServers(self._board, "servers")

    @cached_property
    def songs(self) -> FakeSongs:
        """Fakes of the operations of `client.songs`."""
        from .resources.songs import FakeSongs

        return FakeSongs(self._board, "songs")

    @cached_property
    def points(self) -> FakePoints:
        """Fakes of the operations of `client.points`."""
        from .resources.points import FakePoints

        return FakePoints(self._board, "points")

    @cached_property
    def pets(self) -> FakePets:
        """Fakes of the operations of `client.pets`."""
        from .resources.pets import FakePets

        return FakePets(self._board, "pets")

    @cached_property
    def colours(self) -> FakeColours:
        """Fakes of the operations of `client.colours`."""
        from .resources.colours import FakeColours

        return FakeColours(self._board, "colours")
