"""The sync and the async client for the Dates and UUIDs API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.events import AsyncEvents, Events


class DatesAndUUIDs(Client):
    """A client for the Dates and UUIDs API.

    `base_url` defaults to the environment variable `DATES_AND_UUIDS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def events(self) -> Events:
        """The operations of `Events`, under `/events`."""
        from .resources.events import Events

        return Events(self)


class AsyncDatesAndUUIDs(AsyncClient):
    """An async client for the Dates and UUIDs API.

    Async counterpart of `DatesAndUUIDs`.

    `base_url` defaults to the environment variable `DATES_AND_UUIDS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def events(self) -> AsyncEvents:
        """The operations of `Events`, under `/events`."""
        from .resources.events import AsyncEvents

        return AsyncEvents(self)
