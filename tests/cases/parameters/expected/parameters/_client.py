"""The sync and the async client for the Parameters API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.rooms import AsyncRooms, Rooms


class Parameters(Client):
    """A client for the Parameters API.

    `base_url` defaults to the environment variable `PARAMETERS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def rooms(self) -> Rooms:
        """The operations of `Rooms`, under `/rooms`."""
        from .resources.rooms import Rooms

        return Rooms(self)


class AsyncParameters(AsyncClient):
    """An async client for the Parameters API.

    Async counterpart of `Parameters`.

    `base_url` defaults to the environment variable `PARAMETERS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def rooms(self) -> AsyncRooms:
        """The operations of `Rooms`, under `/rooms`."""
        from .resources.rooms import AsyncRooms

        return AsyncRooms(self)
