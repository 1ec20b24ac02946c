"""The sync and the async client for the Multipart API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.uploads import AsyncUploads, Uploads


class Multipart(Client):
    """A client for the Multipart API.

    `base_url` defaults to the environment variable `MULTIPART_CLIENT_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def uploads(self) -> Uploads:
        """The operations of `Uploads`, under `/uploads`."""
        from .resources.uploads import Uploads

        return Uploads(self)


class AsyncMultipart(AsyncClient):
    """An async client for the Multipart API.

    Async counterpart of `Multipart`.

    `base_url` defaults to the environment variable `MULTIPART_CLIENT_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def uploads(self) -> AsyncUploads:
        """The operations of `Uploads`, under `/uploads`."""
        from .resources.uploads import AsyncUploads

        return AsyncUploads(self)
