"""The sync and the async client for the All of API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.dogs import AsyncDogs, Dogs


class AllOf(Client):
    """A client for the All of API.

    `base_url` defaults to the environment variable `ALL_OF_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def dogs(self) -> Dogs:
        """The operations of `Dogs`, under `/dogs`."""
        from .resources.dogs import Dogs

        return Dogs(self)


class AsyncAllOf(AsyncClient):
    """An async client for the All of API.

    Async counterpart of `AllOf`.

    `base_url` defaults to the environment variable `ALL_OF_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def dogs(self) -> AsyncDogs:
        """The operations of `Dogs`, under `/dogs`."""
        from .resources.dogs import AsyncDogs

        return AsyncDogs(self)
