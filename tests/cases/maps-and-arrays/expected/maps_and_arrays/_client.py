"""The clients for the Maps and arrays API."""

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

    The base URL is taken from `MAPS_AND_ARRAYS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def grids(self) -> Grids:
        """The operations of `Grids`, below `/grids`."""
        from .resources.grids import Grids

        return Grids(self)

    @cached_property
    def stock(self) -> Stock:
        """The operations of `Stock`."""
        from .resources.stock import Stock

        return Stock(self)


class AsyncMapsAndArrays(AsyncClient):
    """A client for the Maps and arrays API, for asyncio.

    The same as `MapsAndArrays`, its methods awaited.

    The base URL is taken from `MAPS_AND_ARRAYS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def grids(self) -> AsyncGrids:
        """The operations of `Grids`, below `/grids`."""
        from .resources.grids import AsyncGrids

        return AsyncGrids(self)

    @cached_property
    def stock(self) -> AsyncStock:
        """The operations of `Stock`."""
        from .resources.stock import AsyncStock

        return AsyncStock(self)
