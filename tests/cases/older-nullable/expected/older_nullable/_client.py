"""The clients of the Older nullable."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.notes import AsyncNotes, Notes


class OlderNullable(Client):
    """Older nullable.

    The base URL is taken from `OLDER_NULLABLE_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def notes(self) -> Notes:
        """The operations of `Notes`, below `/notes`."""
        from .resources.notes import Notes

        return Notes(self)


class AsyncOlderNullable(AsyncClient):
    """Older nullable, for asyncio.

    The same as `OlderNullable`, its methods awaited.

    The base URL is taken from `OLDER_NULLABLE_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def notes(self) -> AsyncNotes:
        """The operations of `Notes`, below `/notes`."""
        from .resources.notes import AsyncNotes

        return AsyncNotes(self)
