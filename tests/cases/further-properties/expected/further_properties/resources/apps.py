"""The operations of `Apps`, under `/apps`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_CREATE: Operation[models.App] = Operation(
    id="createApp", method="POST", path="/apps", successes={200: models.App}, spread_body=True
)


def _create(
    name: str,
    permissions: params.Permissions | UnsetType,
    settings: params.AppSettings | UnsetType,
    odd: params.Odd | UnsetType,
    limits: params.Limits | UnsetType,
) -> Request[models.App]:
    return _CREATE.request(
        json=models.App(
            name=name, permissions=permissions, settings=settings, odd=odd, limits=limits
        )
    )


class Apps(Resource):
    """The operations of `Apps`, under `/apps`."""

    def create(
        self,
        *,
        name: str,
        permissions: params.Permissions | UnsetType = UNSET,
        settings: params.AppSettings | UnsetType = UNSET,
        odd: params.Odd | UnsetType = UNSET,
        limits: params.Limits | UnsetType = UNSET,
    ) -> models.App:
        """Create app.

        ``POST /apps``

        Args:
            permissions: What the app may do.

        Returns:
            The app.
        """
        return self._send(_create(name, permissions, settings, odd, limits))


class AsyncApps(AsyncResource):
    """The operations of `Apps`, under `/apps`.

    Async counterpart of `Apps`.
    """

    async def create(
        self,
        *,
        name: str,
        permissions: params.Permissions | UnsetType = UNSET,
        settings: params.AppSettings | UnsetType = UNSET,
        odd: params.Odd | UnsetType = UNSET,
        limits: params.Limits | UnsetType = UNSET,
    ) -> models.App:
        """Create app.

        ``POST /apps``

        Args:
            permissions: What the app may do.

        Returns:
            The app.
        """
        return await self._send(_create(name, permissions, settings, odd, limits))
