"""The sync and the async client for the Enums API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.lamps import AsyncLamps, Lamps


class Enums(Client):
    """A client for the Enums API.

    `base_url` defaults to the environment variable `ENUMS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def lamps(self) -> Lamps:
        """The operations of `Lamps`, under `/lamps`."""
        from .resources.lamps import Lamps

        return Lamps(self)


class AsyncEnums(AsyncClient):
    """An async client for the Enums API.

    Async counterpart of `Enums`.

    `base_url` defaults to the environment variable `ENUMS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def lamps(self) -> AsyncLamps:
        """The operations of `Lamps`, under `/lamps`."""
        from .resources.lamps import AsyncLamps

        return AsyncLamps(self)
