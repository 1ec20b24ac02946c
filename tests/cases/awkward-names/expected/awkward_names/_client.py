"""The clients for the Awkward names API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.import_ import AsyncImport, Import


class AwkwardNames(Client):
    """A client for the Awkward names API.

    The base URL is taken from `AWKWARD_NAMES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def import_(self) -> Import:
        """The operations of `import`, below `/things`."""
        from .resources.import_ import Import

        return Import(self)


class AsyncAwkwardNames(AsyncClient):
    """A client for the Awkward names API, for asyncio.

    The same as `AwkwardNames`, its methods awaited.

    The base URL is taken from `AWKWARD_NAMES_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def import_(self) -> AsyncImport:
        """The operations of `import`, below `/things`."""
        from .resources.import_ import AsyncImport

        return AsyncImport(self)
