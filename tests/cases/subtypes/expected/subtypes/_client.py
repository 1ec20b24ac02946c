"""The sync and the async client for the Subtypes API."""

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

    `base_url` defaults to the environment variable `SUBTYPES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> Pets:
        """The operations of `Pets`, under `/pets`."""
        from .resources.pets import Pets

        return Pets(self)

    @cached_property
    def tools(self) -> Tools:
        """The operations of `Tools`, under `/tools`."""
        from .resources.tools import Tools

        return Tools(self)


class AsyncSubtypes(AsyncClient):
    """An async client for the Subtypes API.

    Async counterpart of `Subtypes`.

    `base_url` defaults to the environment variable `SUBTYPES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> AsyncPets:
        """The operations of `Pets`, under `/pets`."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)

    @cached_property
    def tools(self) -> AsyncTools:
        """The operations of `Tools`, under `/tools`."""
        from .resources.tools import AsyncTools

        return AsyncTools(self)
