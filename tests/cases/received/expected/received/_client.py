"""The sync and the async client for the Received API."""

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

    `base_url` defaults to the environment variable `RECEIVED_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> Pets:
        """See https://received.example/pets"""
        from .resources.pets import Pets

        return Pets(self)


class AsyncReceived(AsyncClient):
    """An async client for the Received API.

    Async counterpart of `Received`.

    `base_url` defaults to the environment variable `RECEIVED_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def pets(self) -> AsyncPets:
        """See https://received.example/pets"""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
