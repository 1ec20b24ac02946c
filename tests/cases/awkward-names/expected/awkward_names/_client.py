"""The sync and the async client for the Awkward names API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.import_ import AsyncImport, Import


class AwkwardNames(Client):
    """A client for the Awkward names API.

    `base_url` defaults to the environment variable `AWKWARD_NAMES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def import_(self) -> Import:
        """The operations of `import`, under `/things`."""
        from .resources.import_ import Import

        return Import(self)


class AsyncAwkwardNames(AsyncClient):
    """An async client for the Awkward names API.

    Async counterpart of `AwkwardNames`.

    `base_url` defaults to the environment variable `AWKWARD_NAMES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def import_(self) -> AsyncImport:
        """The operations of `import`, under `/things`."""
        from .resources.import_ import AsyncImport

        return AsyncImport(self)
