"""The clients for the Subtypes API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.pets import AsyncPets, Pets
    from .resources.tools import AsyncTools, Tools


class Subtypes(Client):
    """A client for the Subtypes API.

    The base URL is taken from `SUBTYPES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> Pets:
        """The operations of `Pets`, below `/pets`."""
        from .resources.pets import Pets

        return Pets(self)

    @cached_property
    def tools(self) -> Tools:
        """The operations of `Tools`, below `/tools`."""
        from .resources.tools import Tools

        return Tools(self)


class AsyncSubtypes(AsyncClient):
    """A client for the Subtypes API, for asyncio.

    The same as `Subtypes`, its methods awaited.

    The base URL is taken from `SUBTYPES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> AsyncPets:
        """The operations of `Pets`, below `/pets`."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)

    @cached_property
    def tools(self) -> AsyncTools:
        """The operations of `Tools`, below `/tools`."""
        from .resources.tools import AsyncTools

        return AsyncTools(self)
