"""A fake of the Constants API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncConstants, Constants
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.events import FakeEvents
    from .resources.grants import FakeGrants
    from .resources.jobs import FakeJobs
    from .resources.messages import FakeMessages
    from .resources.offices import FakeOffices
    from .resources.shapes import FakeShapes
    from .resources.things import FakeThings

__all__ = ["FakeConstants", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeConstants(APIFake):
    """A fake of the Constants API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(Constants)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncConstants)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def offices(self) -> FakeOffices:
        """Fakes of the operations of `client.offices`."""
        from .resources.offices import FakeOffices

        return FakeOffices(self._board, "offices")

    @cached_property
    def shapes(self) -> FakeShapes:
        """Fakes of the operations of `client.shapes`."""
        from .resources.shapes import FakeShapes

        return FakeShapes(self._board, "shapes")

    @cached_property
    def jobs(self) -> FakeJobs:
        """Fakes of the operations of `client.jobs`."""
        from .resources.jobs import FakeJobs

        return FakeJobs(self._board, "jobs")

    @cached_property
    def events(self) -> FakeEvents:
        """Fakes of the operations of `client.events`."""
        from .resources.events import FakeEvents

        return FakeEvents(self._board, "events")

    @cached_property
    def grants(self) -> FakeGrants:
        """Fakes of the operations of `client.grants`."""
        from .resources.grants import FakeGrants

        return FakeGrants(self._board, "grants")

    @cached_property
    def messages(self) -> FakeMessages:
        """Fakes of the operations of `client.messages`."""
        from .resources.messages import FakeMessages

        return FakeMessages(self._board, "messages")

    @cached_property
    def things(self) -> FakeThings:
        """Fakes of the operations of `client.things`."""
        from .resources.things import FakeThings

        return FakeThings(self._board, "things")
