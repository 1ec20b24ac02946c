"""The sync and the async client for the Several Media Types API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.books import AsyncBooks, Books


class SeveralMediaTypes(Client):
    """A client for the Several Media Types API.

    `base_url` defaults to the environment variable `SEVERAL_MEDIA_TYPES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def books(self) -> Books:
        """The operations of `Books`."""
        from .resources.books import Books

        return Books(self)


class AsyncSeveralMediaTypes(AsyncClient):
    """An async client for the Several Media Types API.

    Async counterpart of `SeveralMediaTypes`.

    `base_url` defaults to the environment variable `SEVERAL_MEDIA_TYPES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def books(self) -> AsyncBooks:
        """The operations of `Books`."""
        from .resources.books import AsyncBooks

        return AsyncBooks(self)
