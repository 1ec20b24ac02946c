"""The sync and the async client for the Accounts API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._client import AsyncClient, Client

if TYPE_CHECKING:
    from .resources.accounts import AccountsResource, AsyncAccountsResource
    from .resources.clusters import AsyncClusters, Clusters
    from .resources.files import AsyncFiles, Files
    from .resources.members import AsyncMembers, Members
    from .resources.sessions import AsyncSessions, Sessions
    from .resources.teams import AsyncTeams, Teams


class Accounts(Client):
    """A client for the Accounts API.

    `base_url` defaults to the environment variable `ACCOUNTS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def accounts(self) -> AccountsResource:
        """The operations of `Accounts`, under `/accounts`."""
        from .resources.accounts import AccountsResource

        return AccountsResource(self)

    @cached_property
    def teams(self) -> Teams:
        """The operations of `Teams`, under `/teams`."""
        from .resources.teams import Teams

        return Teams(self)

    @cached_property
    def members(self) -> Members:
        """The operations of `Members`, under `/members`."""
        from .resources.members import Members

        return Members(self)

    @cached_property
    def sessions(self) -> Sessions:
        """The operations of `Sessions`, under `/sessions`."""
        from .resources.sessions import Sessions

        return Sessions(self)

    @cached_property
    def files(self) -> Files:
        """The operations of `Files`, under `/files`."""
        from .resources.files import Files

        return Files(self)

    @cached_property
    def clusters(self) -> Clusters:
        """The operations of `Clusters`, under `/clusters`."""
        from .resources.clusters import Clusters

        return Clusters(self)


class AsyncAccounts(AsyncClient):
    """An async client for the Accounts API.

    Async counterpart of `Accounts`.

    `base_url` defaults to the environment variable `ACCOUNTS_BASE_URL`, if it is set.
    """

    _facts = FACTS

    @cached_property
    def accounts(self) -> AsyncAccountsResource:
        """The operations of `Accounts`, under `/accounts`."""
        from .resources.accounts import AsyncAccountsResource

        return AsyncAccountsResource(self)

    @cached_property
    def teams(self) -> AsyncTeams:
        """The operations of `Teams`, under `/teams`."""
        from .resources.teams import AsyncTeams

        return AsyncTeams(self)

    @cached_property
    def members(self) -> AsyncMembers:
        """The operations of `Members`, under `/members`."""
        from .resources.members import AsyncMembers

        return AsyncMembers(self)

    @cached_property
    def sessions(self) -> AsyncSessions:
        """The operations of `Sessions`, under `/sessions`."""
        from .resources.sessions import AsyncSessions

        return AsyncSessions(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `Files`, under `/files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def clusters(self) -> AsyncClusters:
        """The operations of `Clusters`, under `/clusters`."""
        from .resources.clusters import AsyncClusters

        return AsyncClusters(self)
