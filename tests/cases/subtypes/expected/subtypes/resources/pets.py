"""The operations of `Pets`, under `/pets`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_CREATE: Operation[models.AnyPet] = Operation(
    id="createPet", method="POST", path="/pets", successes={200: models.AnyPet}
)


def _create(body: models.AnyPet) -> Request[models.AnyPet]:
    return _CREATE.request(json=body)


class Pets(Resource):
    """The operations of `Pets`, under `/pets`."""

    def create(self, *, body: models.AnyPet) -> models.AnyPet:
        """Create pet.

        ``POST /pets``

        Args:
            body: Whatever is kept at home.

        Returns:
            The pet.
        """
        return self._send(_create(body))


class AsyncPets(AsyncResource):
    """The operations of `Pets`, under `/pets`.

    Async counterpart of `Pets`.
    """

    async def create(self, *, body: models.AnyPet) -> models.AnyPet:
        """Create pet.

        ``POST /pets``

        Args:
            body: Whatever is kept at home.

        Returns:
            The pet.
        """
        return await self._send(_create(body))
