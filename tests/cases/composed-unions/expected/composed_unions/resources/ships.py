"""The operations of `ships`, under `/ships`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[models.Ship]] = Operation(
    id="listShips", method="GET", path="/ships", successes={200: builtins.list[models.Ship]}
)


def _list() -> Request[builtins.list[models.Ship]]:
    return _LIST.request()


_ADD: Operation[models.Ship] = Operation(
    id="addShip", method="POST", path="/ships", successes={200: models.Ship}
)


def _add(body: params.Ship) -> Request[models.Ship]:
    return _ADD.request(json=coerced(body, models.Ship, "body"))


class Ships(Resource):
    """The operations of `ships`, under `/ships`."""

    def list(self) -> builtins.list[models.Ship]:
        """List ships.

        ``GET /ships``

        Returns:
            The ships.
        """
        return self._send(_list())

    def add(self, *, body: params.Ship) -> models.Ship:
        """Add ship.

        ``POST /ships``

        Args:
            body: Any ship.

        Returns:
            The ship.
        """
        return self._send(_add(body))


class AsyncShips(AsyncResource):
    """The operations of `ships`, under `/ships`.

    Async counterpart of `Ships`.
    """

    async def list(self) -> builtins.list[models.Ship]:
        """List ships.

        ``GET /ships``

        Returns:
            The ships.
        """
        return await self._send(_list())

    async def add(self, *, body: params.Ship) -> models.Ship:
        """Add ship.

        ``POST /ships``

        Args:
            body: Any ship.

        Returns:
            The ship.
        """
        return await self._send(_add(body))
