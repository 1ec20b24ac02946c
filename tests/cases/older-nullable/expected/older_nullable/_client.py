"""The clients for the Older nullable API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.notes import AsyncNotes, Notes


class OlderNullable(Client):
    """A client for the Older nullable API.

    The base URL is taken from `OLDER_NULLABLE_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def notes(self) -> Notes:
        """The operations of `Notes`, below `/notes`."""
        from .resources.notes import Notes

        return Notes(self)


class AsyncOlderNullable(AsyncClient):
    """A client for the Older nullable API, for asyncio.

    The same as `OlderNullable`, its methods awaited.

    The base URL is taken from `OLDER_NULLABLE_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def notes(self) -> AsyncNotes:
        """The operations of `Notes`, below `/notes`."""
        from .resources.notes import AsyncNotes

        return AsyncNotes(self)
