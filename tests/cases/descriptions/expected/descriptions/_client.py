"""The sync and the async client for the Descriptions API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.parcels import AsyncParcels, Parcels


class Descriptions(Client):
    """A client for the Descriptions API.

    An API of **parcels**; see [the guide](https://example.com/guide?a=1&b=2) and this.

    - One `a < b`
    - Two
      - within

    `base_url` defaults to the environment variable `DESCRIPTIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def parcels(self) -> Parcels:
        """The operations of `Parcels`, under `/parcels`."""
        from .resources.parcels import Parcels

        return Parcels(self)


class AsyncDescriptions(AsyncClient):
    """An async client for the Descriptions API.

    Async counterpart of `Descriptions`.

    `base_url` defaults to the environment variable `DESCRIPTIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def parcels(self) -> AsyncParcels:
        """The operations of `Parcels`, under `/parcels`."""
        from .resources.parcels import AsyncParcels

        return AsyncParcels(self)
