"""The clients for the Servers API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.files import AsyncFiles, Files
    from .resources.things import AsyncThings, Things


class Servers(Client):
    """A client for the Servers API.

    The base URL is taken from `SERVERS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def things(self) -> Things:
        """The operations of `Things`, below `/things`."""
        from .resources.things import Things

        return Things(self)

    @cached_property
    def files(self) -> Files:
        """The operations of `Files`, below `/files`."""
        from .resources.files import Files

        return Files(self)


class AsyncServers(AsyncClient):
    """A client for the Servers API, for asyncio.

    The same as `Servers`, its methods awaited.

    The base URL is taken from `SERVERS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def things(self) -> AsyncThings:
        """The operations of `Things`, below `/things`."""
        from .resources.things import AsyncThings

        return AsyncThings(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `Files`, below `/files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)
