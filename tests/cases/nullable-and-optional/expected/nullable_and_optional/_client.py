"""The sync and the async client for the Nullable and optional API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.notes import AsyncNotes, Notes


class NullableAndOptional(Client):
    """A client for the Nullable and optional API.

    `base_url` defaults to the environment variable `NULLABLE_AND_OPTIONAL_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def notes(self) -> Notes:
        """The operations of `Notes`, under `/notes`."""
        from .resources.notes import Notes

        return Notes(self)


class AsyncNullableAndOptional(AsyncClient):
    """An async client for the Nullable and optional API.

    Async counterpart of `NullableAndOptional`.

    `base_url` defaults to the environment variable `NULLABLE_AND_OPTIONAL_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def notes(self) -> AsyncNotes:
        """The operations of `Notes`, under `/notes`."""
        from .resources.notes import AsyncNotes

        return AsyncNotes(self)
