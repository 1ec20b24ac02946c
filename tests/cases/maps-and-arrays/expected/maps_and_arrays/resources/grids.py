"""The operations of `Grids`, under `/grids`."""

from __future__ import annotations

from collections.abc import Sequence

from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._number import JsonNumber

_TRANSPOSE: Operation[list[list[float]]] = Operation(
    id="transposeGrid", method="POST", path="/grids", successes={200: list[list[JsonNumber]]}
)


def _transpose(body: Sequence[Sequence[float]]) -> Request[list[list[float]]]:
    return _TRANSPOSE.request(json=body)


class Grids(Resource):
    """The operations of `Grids`, under `/grids`."""

    def transpose(self, *, body: Sequence[Sequence[float]]) -> list[list[float]]:
        """Transpose grid.

        ``POST /grids``

        Returns:
            The columns as rows.
        """
        return self._send(_transpose(body))


class AsyncGrids(AsyncResource):
    """The operations of `Grids`, under `/grids`.

    Async counterpart of `Grids`.
    """

    async def transpose(self, *, body: Sequence[Sequence[float]]) -> list[list[float]]:
        """Transpose grid.

        ``POST /grids``

        Returns:
            The columns as rows.
        """
        return await self._send(_transpose(body))
