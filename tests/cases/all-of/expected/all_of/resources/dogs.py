"""The operations of `Dogs`, under `/dogs`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_CREATE: Operation[models.Dog] = Operation(
    id="createDog", method="POST", path="/dogs", successes={201: models.Dog}, spread_body=True
)


def _create(name: str, breed: str, nickname: str | None | UnsetType) -> Request[models.Dog]:
    return _CREATE.request(json=models.CreateDogRequest(name=name, nickname=nickname, breed=breed))


class Dogs(Resource):
    """The operations of `Dogs`, under `/dogs`."""

    def create(
        self, *, name: str, breed: str, nickname: str | None | UnsetType = UNSET
    ) -> models.Dog:
        """Create dog.

        ``POST /dogs``

        Args:
            name: What one calls it.

        Returns:
            The dog.
        """
        return self._send(_create(name, breed, nickname))


class AsyncDogs(AsyncResource):
    """The operations of `Dogs`, under `/dogs`.

    Async counterpart of `Dogs`.
    """

    async def create(
        self, *, name: str, breed: str, nickname: str | None | UnsetType = UNSET
    ) -> models.Dog:
        """Create dog.

        ``POST /dogs``

        Args:
            name: What one calls it.

        Returns:
            The dog.
        """
        return await self._send(_create(name, breed, nickname))
