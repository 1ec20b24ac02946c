"""The sync and the async client for the Servers API."""

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

    `base_url` defaults to the environment variable `SERVERS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def things(self) -> Things:
        """The operations of `Things`, under `/things`."""
        from .resources.things import Things

        return Things(self)

    @cached_property
    def files(self) -> Files:
        """The operations of `Files`, under `/files`."""
        from .resources.files import Files

        return Files(self)


class AsyncServers(AsyncClient):
    """An async client for the Servers API.

    Async counterpart of `Servers`.

    `base_url` defaults to the environment variable `SERVERS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def things(self) -> AsyncThings:
        """The operations of `Things`, under `/things`."""
        from .resources.things import AsyncThings

        return AsyncThings(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `Files`, under `/files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)
