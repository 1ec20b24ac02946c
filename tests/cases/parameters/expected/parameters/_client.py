"""The clients for the Parameters API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.rooms import AsyncRooms, Rooms


class Parameters(Client):
    """A client for the Parameters API.

    The base URL is taken from `PARAMETERS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def rooms(self) -> Rooms:
        """The operations of `Rooms`, below `/rooms`."""
        from .resources.rooms import Rooms

        return Rooms(self)


class AsyncParameters(AsyncClient):
    """A client for the Parameters API, for asyncio.

    The same as `Parameters`, its methods awaited.

    The base URL is taken from `PARAMETERS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def rooms(self) -> AsyncRooms:
        """The operations of `Rooms`, below `/rooms`."""
        from .resources.rooms import AsyncRooms

        return AsyncRooms(self)
