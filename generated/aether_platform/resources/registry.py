"""The container registry of an organization, and its robot accounts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .registry_robot_accounts import AsyncRegistryRobotAccounts, RegistryRobotAccounts

_GET: Operation[models.RegistryState] = Operation(
    id="getRegistry",
    method="GET",
    path="/api/v1/organizations/{org_id:uuid}/registry",
    successes={200: models.RegistryState},
    errors={401: models.ErrorResponse},
)


def _get(org_id: UUID | str) -> Request[models.RegistryState]:
    return _GET.request(org_id)


_ENABLE: Operation[models.EnabledRegistry] = Operation(
    id="enableRegistry",
    method="POST",
    path="/api/v1/organizations/{org_id:uuid}/registry",
    successes={201: models.EnabledRegistry},
    errors={401: models.ErrorResponse, 404: models.ErrorResponse},
)


def _enable(org_id: UUID | str) -> Request[models.EnabledRegistry]:
    return _ENABLE.request(org_id)


class Registry(Resource):
    """The container registry of an organization, and its robot accounts."""

    @cached_property
    def robot_accounts(self) -> RegistryRobotAccounts:
        """The operations of `robot accounts`, under `/api/v1/organizations`."""
        from .registry_robot_accounts import RegistryRobotAccounts

        return RegistryRobotAccounts(self._client)

    def get(self, org_id: UUID | str) -> models.RegistryState:
        """Get the registry.

        Get the container registry of an organization. If there is none, this is not an error.

        ``GET /api/v1/organizations/{orgID}/registry``

        Args:
            org_id: The organization.

        Returns:
            The registry, or an object that says that there is none.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return self._send(_get(org_id))

    def enable(self, org_id: UUID | str) -> models.EnabledRegistry:
        """Enable the registry.

        Create the container registry of an organization, with a first robot account. The response
        is the only one that contains its password.

        ``POST /api/v1/organizations/{orgID}/registry``

        Args:
            org_id: The organization.

        Returns:
            The registry, with the credentials of its first robot account.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or something in it does not exist, or the token has
                no access to it.
        """
        return self._send(_enable(org_id))


class AsyncRegistry(AsyncResource):
    """The container registry of an organization, and its robot accounts.

    Async counterpart of `Registry`.
    """

    @cached_property
    def robot_accounts(self) -> AsyncRegistryRobotAccounts:
        """The operations of `robot accounts`, under `/api/v1/organizations`."""
        from .registry_robot_accounts import AsyncRegistryRobotAccounts

        return AsyncRegistryRobotAccounts(self._client)

    async def get(self, org_id: UUID | str) -> models.RegistryState:
        """Get the registry.

        Get the container registry of an organization. If there is none, this is not an error.

        ``GET /api/v1/organizations/{orgID}/registry``

        Args:
            org_id: The organization.

        Returns:
            The registry, or an object that says that there is none.

        Raises:
            UnauthorizedError: The token is missing or invalid.
        """
        return await self._send(_get(org_id))

    async def enable(self, org_id: UUID | str) -> models.EnabledRegistry:
        """Enable the registry.

        Create the container registry of an organization, with a first robot account. The response
        is the only one that contains its password.

        ``POST /api/v1/organizations/{orgID}/registry``

        Args:
            org_id: The organization.

        Returns:
            The registry, with the credentials of its first robot account.

        Raises:
            UnauthorizedError: The token is missing or invalid.
            NotFoundError: The organization or something in it does not exist, or the token has
                no access to it.
        """
        return await self._send(_enable(org_id))
