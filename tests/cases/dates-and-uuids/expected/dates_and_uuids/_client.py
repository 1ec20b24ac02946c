"""The clients for the Dates and UUIDs API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.events import AsyncEvents, Events


class DatesAndUUIDs(Client):
    """A client for the Dates and UUIDs API.

    The base URL is taken from `DATES_AND_UUIDS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def events(self) -> Events:
        """The operations of `Events`, below `/events`."""
        from .resources.events import Events

        return Events(self)


class AsyncDatesAndUUIDs(AsyncClient):
    """A client for the Dates and UUIDs API, for asyncio.

    The same as `DatesAndUUIDs`, its methods awaited.

    The base URL is taken from `DATES_AND_UUIDS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def events(self) -> AsyncEvents:
        """The operations of `Events`, below `/events`."""
        from .resources.events import AsyncEvents

        return AsyncEvents(self)
