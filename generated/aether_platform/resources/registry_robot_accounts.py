"""The operations of `robot accounts`, under `/api/v1/organizations`."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[models.RobotAccountList] = Operation(
    id="listRobotAccounts",
    method="GET",
    path="/api/v1/organizations/{org_id:uuid}/registry/robot-accounts",
    successes={200: models.RobotAccountList},
    errors={401: models.ErrorResponse},
)


def _list(org_id: UUID | str) -> Request[models.RobotAccountList]:
    return _LIST.request(org_id)


_CREATE: Operation[models.CreatedRobotAccount] = Operation(
    id="createRobotAccount",
    method="POST",
    path="/api/v1/organizations/{org_id:uuid}/registry/robot-accounts",
    successes={201: models.CreatedRobotAccount},
    errors={401: models.ErrorResponse},
    spread_body=True,
)


def _create(
    org_id: UUID | str, name: str, permissions: Sequence[str] | UnsetType
) -> Request[models.CreatedRobotAccount]:
    return _CREATE.request(
        org_id, json=models.CreateRobotAccount(name=name, permissions=permissions)
    )


class RegistryRobotAccounts(Resource):
    """The operations of `robot accounts`, under `/api/v1/organizations`."""

    def list(self, org_id: UUID | str) -> models.RobotAccountList:
        """List robot accounts.

        List all robot accounts of the registry.

        ``GET /api/v1/organizations/{orgID}/registry/robot-accounts``

        Args:
            org_id: The organization.

        Returns:
            All robot accounts.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_list(org_id))

    def create(
        self, org_id: UUID | str, *, name: str, permissions: Sequence[str] | UnsetType = UNSET
    ) -> models.CreatedRobotAccount:
        """Create a robot account for the registry.

        The response is the only one that contains its secret.

        ``POST /api/v1/organizations/{orgID}/registry/robot-accounts``

        Args:
            org_id: The organization.
            name: The name of the robot account.
            permissions: What the robot account may do.

        Returns:
            The new robot account, with its secret.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_create(org_id, name, permissions))


class AsyncRegistryRobotAccounts(AsyncResource):
    """The operations of `robot accounts`, under `/api/v1/organizations`.

    Async counterpart of `RegistryRobotAccounts`.
    """

    async def list(self, org_id: UUID | str) -> models.RobotAccountList:
        """List robot accounts.

        List all robot accounts of the registry.

        ``GET /api/v1/organizations/{orgID}/registry/robot-accounts``

        Args:
            org_id: The organization.

        Returns:
            All robot accounts.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_list(org_id))

    async def create(
        self, org_id: UUID | str, *, name: str, permissions: Sequence[str] | UnsetType = UNSET
    ) -> models.CreatedRobotAccount:
        """Create a robot account for the registry.

        The response is the only one that contains its secret.

        ``POST /api/v1/organizations/{orgID}/registry/robot-accounts``

        Args:
            org_id: The organization.
            name: The name of the robot account.
            permissions: What the robot account may do.

        Returns:
            The new robot account, with its secret.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_create(org_id, name, permissions))
