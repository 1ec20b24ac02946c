"""The clients for the Downloads API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.archives import Archives, AsyncArchives


class Downloads(Client):
    """A client for the Downloads API.

    The base URL is taken from `DOWNLOADS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def archives(self) -> Archives:
        """The operations of `Archives`."""
        from .resources.archives import Archives

        return Archives(self)


class AsyncDownloads(AsyncClient):
    """A client for the Downloads API, for asyncio.

    The same as `Downloads`, its methods awaited.

    The base URL is taken from `DOWNLOADS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def archives(self) -> AsyncArchives:
        """The operations of `Archives`."""
        from .resources.archives import AsyncArchives

        return AsyncArchives(self)
