"""The operations of `Shapes`, under `/shapes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_CREATE: Operation[models.Shape] = Operation(
    id="createShape", method="POST", path="/shapes", successes={200: models.Shape}
)


def _create(body: params.Shape) -> Request[models.Shape]:
    return _CREATE.request(json=coerced(body, models.Shape, "body"))


class Shapes(Resource):
    """The operations of `Shapes`, under `/shapes`."""

    def create(self, *, body: params.Shape) -> models.Shape:
        """Create shape.

        ``POST /shapes``

        Args:
            body: What all have stands beside the alternatives.

        Returns:
            The shape.
        """
        return self._send(_create(body))


class AsyncShapes(AsyncResource):
    """The operations of `Shapes`, under `/shapes`.

    Async counterpart of `Shapes`.
    """

    async def create(self, *, body: params.Shape) -> models.Shape:
        """Create shape.

        ``POST /shapes``

        Args:
            body: What all have stands beside the alternatives.

        Returns:
            The shape.
        """
        return await self._send(_create(body))
