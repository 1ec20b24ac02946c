"""The sync and the async client for the Conditions API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.shapes import AsyncShapes, Shapes


class Conditions(Client):
    """A client for the Conditions API.

    `base_url` defaults to the environment variable `CONDITIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def shapes(self) -> Shapes:
        """The operations of `Shapes`, under `/shapes`."""
        from .resources.shapes import Shapes

        return Shapes(self)


class AsyncConditions(AsyncClient):
    """An async client for the Conditions API.

    Async counterpart of `Conditions`.

    `base_url` defaults to the environment variable `CONDITIONS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def shapes(self) -> AsyncShapes:
        """The operations of `Shapes`, under `/shapes`."""
        from .resources.shapes import AsyncShapes

        return AsyncShapes(self)
