"""The operations of `Pets`, under `/pets`."""

from __future__ import annotations

import builtins
import datetime
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[models.Pet]] = Operation(
    id="listPets",
    method="GET",
    path="/pets",
    successes={200: builtins.list[models.Pet]},
    dates=("born",),
)


def _list(born: datetime.date | str | int | UnsetType) -> Request[builtins.list[models.Pet]]:
    return _LIST.request(query={"born": born})


_CREATE: Operation[models.Pet] = Operation(
    id="createPet",
    method="POST",
    path="/pets",
    successes={200: models.Pet},
    errors={404: models.ErrorResponse},
)


def _create(body: params.Pet) -> Request[models.Pet]:
    return _CREATE.request(json=coerced(body, models.Pet, "body"))


class Pets(Resource):
    """The operations of `Pets`, under `/pets`."""

    def list(
        self, *, born: datetime.date | str | int | UnsetType = UNSET
    ) -> builtins.list[models.Pet]:
        """List pets.

        ``GET /pets``

        Args:
            born: A day, a year, or how many days ago.

        Returns:
            The pets.
        """
        return self._send(_list(born))

    def create(self, *, body: params.Pet) -> models.Pet:
        """Create pet.

        ``POST /pets``

        Args:
            body: An animal that is sold.

        Returns:
            The pet.

        Raises:
            NotFoundError: No such shop, or no such kind of pet.
        """
        return self._send(_create(body))


class AsyncPets(AsyncResource):
    """The operations of `Pets`, under `/pets`.

    Async counterpart of `Pets`.
    """

    async def list(
        self, *, born: datetime.date | str | int | UnsetType = UNSET
    ) -> builtins.list[models.Pet]:
        """List pets.

        ``GET /pets``

        Args:
            born: A day, a year, or how many days ago.

        Returns:
            The pets.
        """
        return await self._send(_list(born))

    async def create(self, *, body: params.Pet) -> models.Pet:
        """Create pet.

        ``POST /pets``

        Args:
            body: An animal that is sold.

        Returns:
            The pet.

        Raises:
            NotFoundError: No such shop, or no such kind of pet.
        """
        return await self._send(_create(body))
