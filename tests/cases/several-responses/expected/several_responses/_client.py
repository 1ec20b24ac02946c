"""The clients for the Several responses API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.files import AsyncFiles, Files


class SeveralResponses(Client):
    """A client for the Several responses API.

    The base URL is taken from `SEVERAL_RESPONSES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def files(self) -> Files:
        """The operations of `Files`, below `/files`."""
        from .resources.files import Files

        return Files(self)


class AsyncSeveralResponses(AsyncClient):
    """A client for the Several responses API, for asyncio.

    The same as `SeveralResponses`, its methods awaited.

    The base URL is taken from `SEVERAL_RESPONSES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `Files`, below `/files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)
