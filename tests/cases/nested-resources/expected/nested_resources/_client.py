"""The sync and the async client for the Nested resources API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.account import Account, AsyncAccount
    from .resources.chat import AsyncChat, Chat
    from .resources.licences import AsyncLicences, Licences
    from .resources.reports import AsyncReports, Reports
    from .resources.things import AsyncThings, Things
    from .resources.vaults import AsyncVaults, Vaults


class NestedResources(Client):
    """A client for the Nested resources API.

    `base_url` defaults to the environment variable `NESTED_RESOURCES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def chat(self) -> Chat:
        """Conversations with a model."""
        from .resources.chat import Chat

        return Chat(self)

    @cached_property
    def reports(self) -> Reports:
        """The operations of `reports`, under `/daily`."""
        from .resources.reports import Reports

        return Reports(self)

    @cached_property
    def account(self) -> Account:
        """The account and its invoices."""
        from .resources.account import Account

        return Account(self)

    @cached_property
    def things(self) -> Things:
        """The operations of `Things`, under `/things`."""
        from .resources.things import Things

        return Things(self)

    @cached_property
    def vaults(self) -> Vaults:
        """The operations of `vaults`, under `/x`."""
        from .resources.vaults import Vaults

        return Vaults(self)

    @cached_property
    def licences(self) -> Licences:
        """The operations of `Licences`, under `/x/3`."""
        from .resources.licences import Licences

        return Licences(self)


class AsyncNestedResources(AsyncClient):
    """An async client for the Nested resources API.

    Async counterpart of `NestedResources`.

    `base_url` defaults to the environment variable `NESTED_RESOURCES_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def chat(self) -> AsyncChat:
        """Conversations with a model."""
        from .resources.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def reports(self) -> AsyncReports:
        """The operations of `reports`, under `/daily`."""
        from .resources.reports import AsyncReports

        return AsyncReports(self)

    @cached_property
    def account(self) -> AsyncAccount:
        """The account and its invoices."""
        from .resources.account import AsyncAccount

        return AsyncAccount(self)

    @cached_property
    def things(self) -> AsyncThings:
        """The operations of `Things`, under `/things`."""
        from .resources.things import AsyncThings

        return AsyncThings(self)

    @cached_property
    def vaults(self) -> AsyncVaults:
        """The operations of `vaults`, under `/x`."""
        from .resources.vaults import AsyncVaults

        return AsyncVaults(self)

    @cached_property
    def licences(self) -> AsyncLicences:
        """The operations of `Licences`, under `/x/3`."""
        from .resources.licences import AsyncLicences

        return AsyncLicences(self)
