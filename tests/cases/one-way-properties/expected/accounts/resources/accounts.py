"""The operations of `Accounts`, under `/accounts`."""

from __future__ import annotations

import builtins

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[models.Account]] = Operation(
    id="listAccounts",
    method="GET",
    path="/accounts",
    successes={200: builtins.list[models.Account]},
)


def _list() -> Request[builtins.list[models.Account]]:
    return _LIST.request()


_CREATE: Operation[models.Account] = Operation(
    id="createAccount",
    method="POST",
    path="/accounts",
    successes={201: models.Account},
    spread_body=True,
)


def _create(name: str, password: str, note: str | UnsetType) -> Request[models.Account]:
    return _CREATE.request(json=models.Account(name=name, password=password, note=note))


class AccountsResource(Resource):
    """The operations of `Accounts`, under `/accounts`."""

    def list(self) -> builtins.list[models.Account]:
        """List accounts.

        ``GET /accounts``

        Returns:
            All accounts.
        """
        return self._send(_list())

    def create(self, *, name: str, password: str, note: str | UnsetType = UNSET) -> models.Account:
        """Create account.

        ``POST /accounts``

        Returns:
            The account.
        """
        return self._send(_create(name, password, note))


class AsyncAccountsResource(AsyncResource):
    """The operations of `Accounts`, under `/accounts`.

    Async counterpart of `AccountsResource`.
    """

    async def list(self) -> builtins.list[models.Account]:
        """List accounts.

        ``GET /accounts``

        Returns:
            All accounts.
        """
        return await self._send(_list())

    async def create(
        self, *, name: str, password: str, note: str | UnsetType = UNSET
    ) -> models.Account:
        """Create account.

        ``POST /accounts``

        Returns:
            The account.
        """
        return await self._send(_create(name, password, note))
