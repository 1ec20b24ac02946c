"""The clients for the Text and Bytes API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.files import AsyncFiles, Files


class TextAndBytes(Client):
    """A client for the Text and Bytes API.

    The base URL is taken from `TEXT_AND_BYTES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def files(self) -> Files:
        """The operations of `Files`."""
        from .resources.files import Files

        return Files(self)


class AsyncTextAndBytes(AsyncClient):
    """A client for the Text and Bytes API, for asyncio.

    The same as `TextAndBytes`, its methods awaited.

    The base URL is taken from `TEXT_AND_BYTES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `Files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)
