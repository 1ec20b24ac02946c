"""The sync and the async client for the Several responses API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.files import AsyncFiles, Files


class SeveralResponses(Client):
    """A client for the Several responses API.

    `base_url` defaults to the environment variable `SEVERAL_RESPONSES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def files(self) -> Files:
        """The operations of `Files`, under `/files`."""
        from .resources.files import Files

        return Files(self)


class AsyncSeveralResponses(AsyncClient):
    """An async client for the Several responses API.

    Async counterpart of `SeveralResponses`.

    `base_url` defaults to the environment variable `SEVERAL_RESPONSES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `Files`, under `/files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)
