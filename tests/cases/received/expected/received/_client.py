"""The clients for the Received API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.pets import AsyncPets, Pets


class Received(Client):
    """A client for the Received API.

    The guide: https://received.example/docs

    The base URL is taken from `RECEIVED_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> Pets:
        """See https://received.example/pets"""
        from .resources.pets import Pets

        return Pets(self)


class AsyncReceived(AsyncClient):
    """A client for the Received API, for asyncio.

    The same as `Received`, its methods awaited.

    The base URL is taken from `RECEIVED_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> AsyncPets:
        """See https://received.example/pets"""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
