"""The sync and the async client for the Forms API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.charges import AsyncCharges, Charges


class Forms(Client):
    """A client for the Forms API.

    `base_url` defaults to the environment variable `FORMS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def charges(self) -> Charges:
        """The operations of `Charges`."""
        from .resources.charges import Charges

        return Charges(self)


class AsyncForms(AsyncClient):
    """An async client for the Forms API.

    Async counterpart of `Forms`.

    `base_url` defaults to the environment variable `FORMS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def charges(self) -> AsyncCharges:
        """The operations of `Charges`."""
        from .resources.charges import AsyncCharges

        return AsyncCharges(self)
