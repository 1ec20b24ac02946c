"""The sync and the async client for the Without tags or ids API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.books import AsyncBooks, Books
    from .resources.health import AsyncHealth, Health


class WithoutTagsOrIDs(Client):
    """A client for the Without tags or ids API.

    `base_url` defaults to the environment variable `WITHOUT_TAGS_OR_IDS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def books(self) -> Books:
        """The operations of `books`, under `/books`."""
        from .resources.books import Books

        return Books(self)

    @cached_property
    def health(self) -> Health:
        """The operations of `health`, under `/health`."""
        from .resources.health import Health

        return Health(self)


class AsyncWithoutTagsOrIDs(AsyncClient):
    """An async client for the Without tags or ids API.

    Async counterpart of `WithoutTagsOrIDs`.

    `base_url` defaults to the environment variable `WITHOUT_TAGS_OR_IDS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def books(self) -> AsyncBooks:
        """The operations of `books`, under `/books`."""
        from .resources.books import AsyncBooks

        return AsyncBooks(self)

    @cached_property
    def health(self) -> AsyncHealth:
        """The operations of `health`, under `/health`."""
        from .resources.health import AsyncHealth

        return AsyncHealth(self)
