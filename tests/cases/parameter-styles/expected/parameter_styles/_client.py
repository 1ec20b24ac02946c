"""The clients of the Parameter Styles."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.colours import AsyncColours, Colours
    from .resources.paths import AsyncPaths, Paths


class ParameterStyles(Client):
    """Parameter Styles.

    The base URL is taken from `PARAMETER_STYLES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def colours(self) -> Colours:
        """The operations of `Colours`, below `/colours`."""
        from .resources.colours import Colours

        return Colours(self)

    @cached_property
    def paths(self) -> Paths:
        """The operations of `Paths`."""
        from .resources.paths import Paths

        return Paths(self)


class AsyncParameterStyles(AsyncClient):
    """Parameter Styles, for asyncio.

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
    def paths(self) -> AsyncPaths:
        """The operations of `Paths`."""
        from .resources.paths import AsyncPaths

        return AsyncPaths(self)
