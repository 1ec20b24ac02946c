"""The sync and the async client for the Further properties API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.apps import Apps, AsyncApps


class FurtherProperties(Client):
    """A client for the Further properties API.

    `base_url` defaults to the environment variable `FURTHER_PROPERTIES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def apps(self) -> Apps:
        """The operations of `Apps`, under `/apps`."""
        from .resources.apps import Apps

        return Apps(self)


class AsyncFurtherProperties(AsyncClient):
    """An async client for the Further properties API.

    Async counterpart of `FurtherProperties`.

    `base_url` defaults to the environment variable `FURTHER_PROPERTIES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def apps(self) -> AsyncApps:
        """The operations of `Apps`, under `/apps`."""
        from .resources.apps import AsyncApps

        return AsyncApps(self)
