"""The sync and the async client for the No auth API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.clock import AsyncClock, Clock


class NoAuth(Client):
    """A client for the No auth API.

    `base_url` defaults to the environment variable `NO_AUTH_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def clock(self) -> Clock:
        """The operations of `Clock`, under `/time`."""
        from .resources.clock import Clock

        return Clock(self)


class AsyncNoAuth(AsyncClient):
    """An async client for the No auth API.

    Async counterpart of `NoAuth`.

    `base_url` defaults to the environment variable `NO_AUTH_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def clock(self) -> AsyncClock:
        """The operations of `Clock`, under `/time`."""
        from .resources.clock import AsyncClock

        return AsyncClock(self)
