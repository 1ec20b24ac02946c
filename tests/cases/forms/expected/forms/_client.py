"""The clients for the Forms API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.charges import AsyncCharges, Charges


class Forms(Client):
    """A client for the Forms API.

    The base URL is taken from `FORMS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def charges(self) -> Charges:
        """The operations of `Charges`."""
        from .resources.charges import Charges

        return Charges(self)


class AsyncForms(AsyncClient):
    """A client for the Forms API, for asyncio.

    The same as `Forms`, its methods awaited.

    The base URL is taken from `FORMS_BASE_URL` where it is set.
    """

    _facts = FACTS

    @cached_property
    def charges(self) -> AsyncCharges:
        """The operations of `Charges`."""
        from .resources.charges import AsyncCharges

        return AsyncCharges(self)
