"""The operations of `Sets`, under `/sets`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[models.Set]] = Operation(
    id="listSets", method="GET", path="/sets", successes={200: builtins.list[models.Set]}
)


def _list(id: Sequence[int] | UnsetType) -> Request[builtins.list[models.Set]]:
    return _LIST.request(query={"id": id})


_GET: Operation[models.Set] = Operation(
    id="getSet", method="GET", path="/sets/{type}", successes={200: models.Set}
)


def _get(type: int) -> Request[models.Set]:
    return _GET.request(type)


_PRINT: Operation[None] = Operation(
    id="printSet",
    method="PUT",
    path="/sets/{type}",
    successes={204: None},
    optional_body=True,
    spread_body=True,
)


def _print(type: int, dict_: Mapping[str, int] | UnsetType) -> Request[None]:
    return _PRINT.request(type, json=models.PrintSetRequest(dict_=dict_))


_DEL: Operation[None] = Operation(
    id="delSet", method="DELETE", path="/sets/{type}", successes={204: None}
)


def _del(type: int) -> Request[None]:
    return _DEL.request(type)


class Sets(Resource):
    """The operations of `Sets`, under `/sets`."""

    def list(self, *, id: Sequence[int] | UnsetType = UNSET) -> builtins.list[models.Set]:
        """List sets.

        ``GET /sets``

        Returns:
            All.
        """
        return self._send(_list(id))

    def get(self, type: int) -> models.Set:
        """Get set.

        ``GET /sets/{type}``

        Returns:
            One.
        """
        return self._send(_get(type))

    def print(self, type: int, *, dict_: Mapping[str, int] | UnsetType = UNSET) -> None:
        """Print set.

        ``PUT /sets/{type}``
        """
        return self._send(_print(type, dict_))

    def del_(self, type: int) -> None:
        """Del set.

        ``DELETE /sets/{type}``
        """
        return self._send(_del(type))


class AsyncSets(AsyncResource):
    """The operations of `Sets`, under `/sets`.

    Async counterpart of `Sets`.
    """

    async def list(self, *, id: Sequence[int] | UnsetType = UNSET) -> builtins.list[models.Set]:
        """List sets.

        ``GET /sets``

        Returns:
            All.
        """
        return await self._send(_list(id))

    async def get(self, type: int) -> models.Set:
        """Get set.

        ``GET /sets/{type}``

        Returns:
            One.
        """
        return await self._send(_get(type))

    async def print(self, type: int, *, dict_: Mapping[str, int] | UnsetType = UNSET) -> None:
        """Print set.

        ``PUT /sets/{type}``
        """
        return await self._send(_print(type, dict_))

    async def del_(self, type: int) -> None:
        """Del set.

        ``DELETE /sets/{type}``
        """
        return await self._send(_del(type))
