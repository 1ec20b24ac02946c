"""A fake of the Robots API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from .._client import AsyncRobots, Robots
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.client import FakeClientResource
    from .resources.robots import FakeRobotsResource

__all__ = ["FakeRobots", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeRobots(APIFake):
    """A fake of the Robots API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    _attributes = MappingProxyType({"client_": "client"})

    client = ClientMethod(Robots)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncRobots)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def client_(self) -> FakeClientResource:
        """Fakes of the operations of `client.client`."""
        from .resources.client import FakeClientResource

        return FakeClientResource(self._board, "client_")

    @cached_property
    def robots(self) -> FakeRobotsResource:
        """Fakes of the operations of `client.robots`."""
        from .resources.robots import FakeRobotsResource

        return FakeRobotsResource(self._board, "robots")
