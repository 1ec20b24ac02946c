"""The sync and the async client for the Maps and arrays API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.grids import AsyncGrids, Grids
    from .resources.stock import AsyncStock, Stock


class MapsAndArrays(Client):
    """A client for the Maps and arrays API.

    `base_url` defaults to the environment variable `MAPS_AND_ARRAYS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def grids(self) -> Grids:
        """The operations of `Grids`, under `/grids`."""
        from .resources.grids import Grids

        return Grids(self)

    @cached_property
    def stock(self) -> Stock:
        """The operations of `Stock`."""
        from .resources.stock import Stock

        return Stock(self)


class AsyncMapsAndArrays(AsyncClient):
    """An async client for the Maps and arrays API.

    Async counterpart of `MapsAndArrays`.

    `base_url` defaults to the environment variable `MAPS_AND_ARRAYS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def grids(self) -> AsyncGrids:
        """The operations of `Grids`, under `/grids`."""
        from .resources.grids import AsyncGrids

        return AsyncGrids(self)

    @cached_property
    def stock(self) -> AsyncStock:
        """The operations of `Stock`."""
        from .resources.stock import AsyncStock

        return AsyncStock(self)
