"""The sync and the async client for the Parameter Styles API."""

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

    `base_url` defaults to the environment variable `PARAMETER_STYLES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def colours(self) -> Colours:
        """The operations of `Colours`, under `/colours`."""
        from .resources.colours import Colours

        return Colours(self)

    @cached_property
    def shades(self) -> Shades:
        """The operations of `Shades`, under `/shades`."""
        from .resources.shades import Shades

        return Shades(self)

    @cached_property
    def paths(self) -> Paths:
        """The operations of `Paths`."""
        from .resources.paths import Paths

        return Paths(self)


class AsyncParameterStyles(AsyncClient):
    """An async client for the Parameter Styles API.

    Async counterpart of `ParameterStyles`.

    `base_url` defaults to the environment variable `PARAMETER_STYLES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def colours(self) -> AsyncColours:
        """The operations of `Colours`, under `/colours`."""
        from .resources.colours import AsyncColours

        return AsyncColours(self)

    @cached_property
    def shades(self) -> AsyncShades:
        """The operations of `Shades`, under `/shades`."""
        from .resources.shades import AsyncShades

        return AsyncShades(self)

    @cached_property
    def paths(self) -> AsyncPaths:
        """The operations of `Paths`."""
        from .resources.paths import AsyncPaths

        return AsyncPaths(self)
