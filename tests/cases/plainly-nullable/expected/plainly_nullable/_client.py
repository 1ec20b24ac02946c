"""The sync and the async client for the Plainly nullable API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.chunks import AsyncChunks, Chunks


class PlainlyNullable(Client):
    """A client for the Plainly nullable API.

    `base_url` defaults to the environment variable `PLAINLY_NULLABLE_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def chunks(self) -> Chunks:
        """The operations of `Chunks`, under `/chunks`."""
        from .resources.chunks import Chunks

        return Chunks(self)


class AsyncPlainlyNullable(AsyncClient):
    """An async client for the Plainly nullable API.

    Async counterpart of `PlainlyNullable`.

    `base_url` defaults to the environment variable `PLAINLY_NULLABLE_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def chunks(self) -> AsyncChunks:
        """The operations of `Chunks`, under `/chunks`."""
        from .resources.chunks import AsyncChunks

        return AsyncChunks(self)
