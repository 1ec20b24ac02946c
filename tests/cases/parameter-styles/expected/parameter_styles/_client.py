"""The clients for the Parameter Styles API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.colours import AsyncColours, Colours
    from .resources.paths import AsyncPaths, Paths
    from .resources.shades import AsyncShades, Shades


class ParameterStyles(Client):
    """A client for the Parameter Styles API.

    The base URL is taken from `PARAMETER_STYLES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def colours(self) -> Colours:
        """The operations of `Colours`, below `/colours`."""
        from .resources.colours import Colours

        return Colours(self)

    @cached_property
    def shades(self) -> Shades:
        """The operations of `Shades`, below `/shades`."""
        from .resources.shades import Shades

        return Shades(self)

    @cached_property
    def paths(self) -> Paths:
        """The operations of `Paths`."""
        from .resources.paths import Paths

        return Paths(self)


class AsyncParameterStyles(AsyncClient):
    """A client for the Parameter Styles API, for asyncio.

    The same as `ParameterStyles`, its methods awaited.

    The base URL is taken from `PARAMETER_STYLES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def colours(self) -> AsyncColours:
        """The operations of `Colours`, below `/colours`."""
        from .resources.colours import AsyncColours

        return AsyncColours(self)

    @cached_property
    def shades(self) -> AsyncShades:
        """The operations of `Shades`, below `/shades`."""
        from .resources.shades import AsyncShades

        return AsyncShades(self)

    @cached_property
    def paths(self) -> AsyncPaths:
        """The operations of `Paths`."""
        from .resources.paths import AsyncPaths

        return AsyncPaths(self)
