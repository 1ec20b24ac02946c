"""A fake of the Waiters API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncWaiters, Waiters
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.clusters import FakeClusters
    from .resources.jobs import FakeJobs

__all__ = ["FakeWaiters", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeWaiters(APIFake):
    """A fake of the Waiters API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Waiters)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncWaiters)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def clusters(self) -> FakeClusters:
        """Fakes of the operations of `client.clusters`."""
        from .resources.clusters import FakeClusters

        return FakeClusters(self._board, "clusters")

    @cached_property
    def jobs(self) -> FakeJobs:
        """Fakes of the operations of `client.jobs`."""
        from .resources.jobs import FakeJobs

        return FakeJobs(self._board, "jobs")
