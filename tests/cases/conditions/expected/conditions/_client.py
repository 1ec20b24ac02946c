"""The clients for the Conditions API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.shapes import AsyncShapes, Shapes


class Conditions(Client):
    """A client for the Conditions API.

    The base URL is taken from `CONDITIONS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def shapes(self) -> Shapes:
        """The operations of `Shapes`, below `/shapes`."""
        from .resources.shapes import Shapes

        return Shapes(self)


class AsyncConditions(AsyncClient):
    """A client for the Conditions API, for asyncio.

    The same as `Conditions`, its methods awaited.

    The base URL is taken from `CONDITIONS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def shapes(self) -> AsyncShapes:
        """The operations of `Shapes`, below `/shapes`."""
        from .resources.shapes import AsyncShapes

        return AsyncShapes(self)
