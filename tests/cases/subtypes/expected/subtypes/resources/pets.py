"""The operations of `Pets`, under `/pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_CREATE: Operation[models.AnyPet] = Operation(
    id="createPet", method="POST", path="/pets", successes={200: models.AnyPet}
)


def _create(body: params.AnyPet) -> Request[models.AnyPet]:
    return _CREATE.request(json=coerced(body, models.AnyPet, "body"))


class Pets(Resource):
    """The operations of `Pets`, under `/pets`."""

    def create(self, *, body: params.AnyPet) -> models.AnyPet:
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

    async def create(self, *, body: params.AnyPet) -> models.AnyPet:
        """Create pet.

        ``POST /pets``

        Args:
            body: Whatever is kept at home.

        Returns:
            The pet.
        """
        return await self._send(_create(body))
