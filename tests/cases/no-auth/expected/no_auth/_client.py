"""The clients for the No auth API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.clock import AsyncClock, Clock


class NoAuth(Client):
    """A client for the No auth API.

    The base URL is taken from `NO_AUTH_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def clock(self) -> Clock:
        """The operations of `Clock`, below `/time`."""
        from .resources.clock import Clock

        return Clock(self)


class AsyncNoAuth(AsyncClient):
    """A client for the No auth API, for asyncio.

    The same as `NoAuth`, its methods awaited.

    The base URL is taken from `NO_AUTH_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def clock(self) -> AsyncClock:
        """The operations of `Clock`, below `/time`."""
        from .resources.clock import AsyncClock

        return AsyncClock(self)
