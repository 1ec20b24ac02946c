"""The clients of the Subtypes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.pets import AsyncPets, Pets


class Subtypes(Client):
    """Subtypes.

    The base URL is taken from `SUBTYPES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> Pets:
        """The operations of `Pets`, below `/pets`."""
        from .resources.pets import Pets

        return Pets(self)


class AsyncSubtypes(AsyncClient):
    """Subtypes, for asyncio.

    The same as `Subtypes`, its methods awaited.

    The base URL is taken from `SUBTYPES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> AsyncPets:
        """The operations of `Pets`, below `/pets`."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
