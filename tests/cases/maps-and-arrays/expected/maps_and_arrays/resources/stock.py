"""The operations of `Stock`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_REPLACE: Operation[dict[str, list[models.Tree]]] = Operation(
    id="replaceStock", method="PUT", path="/stock", successes={200: dict[str, list[models.Tree]]}
)


def _replace(body: Mapping[str, int]) -> Request[dict[str, list[models.Tree]]]:
    return _REPLACE.request(json=body)


_GET_ANYTHING: Operation[Any] = Operation(
    id="getAnything", method="GET", path="/anything", successes={200: Any}
)


def _get_anything() -> Request[Any]:
    return _GET_ANYTHING.request()


class Stock(Resource):
    """The operations of `Stock`."""

    def replace(self, *, body: Mapping[str, int]) -> dict[str, list[models.Tree]]:
        """Replace stock.

        ``PUT /stock``

        Returns:
            Per shelf, what there is.
        """
        return self._send(_replace(body))

    def get_anything(self) -> Any:
        """Get anything.

        ``GET /anything``

        Returns:
            Any JSON at all.
        """
        return self._send(_get_anything())


class AsyncStock(AsyncResource):
    """The operations of `Stock`.

    Async counterpart of `Stock`.
    """

    async def replace(self, *, body: Mapping[str, int]) -> dict[str, list[models.Tree]]:
        """Replace stock.

        ``PUT /stock``

        Returns:
            Per shelf, what there is.
        """
        return await self._send(_replace(body))

    async def get_anything(self) -> Any:
        """Get anything.

        ``GET /anything``

        Returns:
            Any JSON at all.
        """
        return await self._send(_get_anything())
