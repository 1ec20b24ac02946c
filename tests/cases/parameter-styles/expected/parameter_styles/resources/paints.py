"""The operations of `Paints`, under `/paints`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._styles import Style

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[None] = Operation(
    id="listPaints",
    method="GET",
    path="/paints",
    successes={204: None},
    styles={
        "query": {
            "any": Style("form", explode=True),
            "deep": Style("deepObject", explode=True),
            "one": Style("deepObject", explode=True),
            "told": Style("deepObject", explode=True),
        },
        "header": {"X-Any": Style("simple")},
        "cookie": {"sizes": Style("form")},
    },
)


def _list(
    any: Any,
    deep: Any,
    x_any: Any,
    one: params.PaintOne | UnsetType,
    told: params.PaintTold | UnsetType,
    sizes: Sequence[int] | UnsetType,
) -> Request[None]:
    return _LIST.request(
        query={
            "any": any,
            "deep": deep,
            "one": coerced(one, models.PaintOne, "one"),
            "told": coerced(told, models.PaintTold, "told"),
        },
        headers={"X-Any": x_any},
        cookies={"sizes": sizes},
    )


class Paints(Resource):
    """The operations of `Paints`, under `/paints`."""

    def list(
        self,
        *,
        any: Any = UNSET,
        deep: Any = UNSET,
        x_any: Any = UNSET,
        one: params.PaintOne | UnsetType = UNSET,
        told: params.PaintTold | UnsetType = UNSET,
        sizes: Sequence[int] | UnsetType = UNSET,
    ) -> None:
        """List paints.

        ``GET /paints``
        """
        return self._send(_list(any, deep, x_any, one, told, sizes))


class AsyncPaints(AsyncResource):
    """The operations of `Paints`, under `/paints`.

    Async counterpart of `Paints`.
    """

    async def list(
        self,
        *,
        any: Any = UNSET,
        deep: Any = UNSET,
        x_any: Any = UNSET,
        one: params.PaintOne | UnsetType = UNSET,
        told: params.PaintTold | UnsetType = UNSET,
        sizes: Sequence[int] | UnsetType = UNSET,
    ) -> None:
        """List paints.

        ``GET /paints``
        """
        return await self._send(_list(any, deep, x_any, one, told, sizes))
