"""The operations of `Shapes`, under `/shapes`."""

from __future__ import annotations

import builtins

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[models.Shape]] = Operation(
    id="listShapes", method="GET", path="/shapes", successes={200: builtins.list[models.Shape]}
)


def _list() -> Request[builtins.list[models.Shape]]:
    return _LIST.request()


class Shapes(Resource):
    """The operations of `Shapes`, under `/shapes`."""

    def list(self) -> builtins.list[models.Shape]:
        """List shapes.

        ``GET /shapes``

        Returns:
            An integer tells what a shape is.
        """
        return self._send(_list())


class AsyncShapes(AsyncResource):
    """The operations of `Shapes`, under `/shapes`.

    Async counterpart of `Shapes`.
    """

    async def list(self) -> builtins.list[models.Shape]:
        """List shapes.

        ``GET /shapes``

        Returns:
            An integer tells what a shape is.
        """
        return await self._send(_list())
