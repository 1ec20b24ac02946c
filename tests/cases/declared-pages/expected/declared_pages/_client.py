"""The sync and the async client for the Declared pages API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.fern import AsyncFern, Fern
    from .resources.ours import AsyncOurs, Ours
    from .resources.speakeasy import AsyncSpeakeasy, Speakeasy


class DeclaredPages(Client):
    """A client for the Declared pages API.

    `base_url` defaults to the environment variable `DECLARED_PAGES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def ours(self) -> Ours:
        """The operations of `ours`."""
        from .resources.ours import Ours

        return Ours(self)

    @cached_property
    def speakeasy(self) -> Speakeasy:
        """The operations of `speakeasy`."""
        from .resources.speakeasy import Speakeasy

        return Speakeasy(self)

    @cached_property
    def fern(self) -> Fern:
        """The operations of `fern`."""
        from .resources.fern import Fern

        return Fern(self)


class AsyncDeclaredPages(AsyncClient):
    """An async client for the Declared pages API.

    Async counterpart of `DeclaredPages`.

    `base_url` defaults to the environment variable `DECLARED_PAGES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def ours(self) -> AsyncOurs:
        """The operations of `ours`."""
        from .resources.ours import AsyncOurs

        return AsyncOurs(self)

    @cached_property
    def speakeasy(self) -> AsyncSpeakeasy:
        """The operations of `speakeasy`."""
        from .resources.speakeasy import AsyncSpeakeasy

        return AsyncSpeakeasy(self)

    @cached_property
    def fern(self) -> AsyncFern:
        """The operations of `fern`."""
        from .resources.fern import AsyncFern

        return AsyncFern(self)
