"""The clients for the Enums API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.lamps import AsyncLamps, Lamps


class Enums(Client):
    """A client for the Enums API.

    The base URL is taken from `ENUMS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def lamps(self) -> Lamps:
        """The operations of `Lamps`, below `/lamps`."""
        from .resources.lamps import Lamps

        return Lamps(self)


class AsyncEnums(AsyncClient):
    """A client for the Enums API, for asyncio.

    The same as `Enums`, its methods awaited.

    The base URL is taken from `ENUMS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def lamps(self) -> AsyncLamps:
        """The operations of `Lamps`, below `/lamps`."""
        from .resources.lamps import AsyncLamps

        return AsyncLamps(self)
