"""The sync and the async client for the Constants API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.events import AsyncEvents, Events
    from .resources.jobs import AsyncJobs, Jobs
    from .resources.messages import AsyncMessages, Messages
    from .resources.offices import AsyncOffices, Offices
    from .resources.shapes import AsyncShapes, Shapes
    from .resources.things import AsyncThings, Things


class Constants(Client):
    """A client for the Constants API.

    `base_url` defaults to the environment variable `CONSTANTS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def offices(self) -> Offices:
        """The operations of `Offices`, under `/offices`."""
        from .resources.offices import Offices

        return Offices(self)

    @cached_property
    def shapes(self) -> Shapes:
        """The operations of `Shapes`, under `/shapes`."""
        from .resources.shapes import Shapes

        return Shapes(self)

    @cached_property
    def jobs(self) -> Jobs:
        """The operations of `Jobs`, under `/jobs`."""
        from .resources.jobs import Jobs

        return Jobs(self)

    @cached_property
    def events(self) -> Events:
        """The operations of `Events`, under `/events`."""
        from .resources.events import Events

        return Events(self)

    @cached_property
    def messages(self) -> Messages:
        """The operations of `Messages`, under `/messages`."""
        from .resources.messages import Messages

        return Messages(self)

    @cached_property
    def things(self) -> Things:
        """The operations of `Things`, under `/things`."""
        from .resources.things import Things

        return Things(self)


class AsyncConstants(AsyncClient):
    """An async client for the Constants API.

    Async counterpart of `Constants`.

    `base_url` defaults to the environment variable `CONSTANTS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def offices(self) -> AsyncOffices:
        """The operations of `Offices`, under `/offices`."""
        from .resources.offices import AsyncOffices

        return AsyncOffices(self)

    @cached_property
    def shapes(self) -> AsyncShapes:
        """The operations of `Shapes`, under `/shapes`."""
        from .resources.shapes import AsyncShapes

        return AsyncShapes(self)

    @cached_property
    def jobs(self) -> AsyncJobs:
        """The operations of `Jobs`, under `/jobs`."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self)

    @cached_property
    def events(self) -> AsyncEvents:
        """The operations of `Events`, under `/events`."""
        from .resources.events import AsyncEvents

        return AsyncEvents(self)

    @cached_property
    def messages(self) -> AsyncMessages:
        """The operations of `Messages`, under `/messages`."""
        from .resources.messages import AsyncMessages

        return AsyncMessages(self)

    @cached_property
    def things(self) -> AsyncThings:
        """The operations of `Things`, under `/things`."""
        from .resources.things import AsyncThings

        return AsyncThings(self)
