"""The sync and the async client for the Downloads API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.archives import Archives, AsyncArchives


class Downloads(Client):
    """A client for the Downloads API.

    `base_url` defaults to the environment variable `DOWNLOADS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def archives(self) -> Archives:
        """The operations of `Archives`."""
        from .resources.archives import Archives

        return Archives(self)


class AsyncDownloads(AsyncClient):
    """An async client for the Downloads API.

    Async counterpart of `Downloads`.

    `base_url` defaults to the environment variable `DOWNLOADS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def archives(self) -> AsyncArchives:
        """The operations of `Archives`."""
        from .resources.archives import AsyncArchives

        return AsyncArchives(self)
