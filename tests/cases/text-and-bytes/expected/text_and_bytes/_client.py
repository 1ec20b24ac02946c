"""The sync and the async client for the Text and Bytes API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.files import AsyncFiles, Files


class TextAndBytes(Client):
    """A client for the Text and Bytes API.

    `base_url` defaults to the environment variable `TEXT_AND_BYTES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def files(self) -> Files:
        """The operations of `Files`."""
        from .resources.files import Files

        return Files(self)


class AsyncTextAndBytes(AsyncClient):
    """An async client for the Text and Bytes API.

    Async counterpart of `TextAndBytes`.

    `base_url` defaults to the environment variable `TEXT_AND_BYTES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `Files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)
