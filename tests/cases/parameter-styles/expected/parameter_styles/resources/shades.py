"""The operations of `Shades`, under `/shades`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._styles import Style

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[None] = Operation(
    id="listShades",
    method="GET",
    path="/shades",
    successes={204: None},
    styles={
        "query": {
            "open": Style("form", explode=True),
            "deep": Style("deepObject", explode=True),
            "where": Style("application/json"),
        }
    },
)


def _list(
    near: str | None,
    names: Sequence[str | None] | UnsetType,
    open: params.Shade | UnsetType,
    deep: params.Shade | UnsetType,
    where: str | None | UnsetType,
    x_near: str | None | UnsetType,
    theme: str | None | UnsetType,
    last_seen: str | None | UnsetType,
) -> Request[None]:
    return _LIST.request(
        query={
            "near": near,
            "names": names,
            "open": coerced(open, models.Shade, "open"),
            "deep": coerced(deep, models.Shade, "deep"),
            "where": where,
        },
        headers={"X-Near": x_near},
        cookies={"theme": theme, "last seen": last_seen},
    )


class Shades(Resource):
    """The operations of `Shades`, under `/shades`."""

    def list(
        self,
        *,
        near: str | None,
        names: Sequence[str | None] | UnsetType = UNSET,
        open: params.Shade | UnsetType = UNSET,
        deep: params.Shade | UnsetType = UNSET,
        where: str | None | UnsetType = UNSET,
        x_near: str | None | UnsetType = UNSET,
        theme: str | None | UnsetType = UNSET,
        last_seen: str | None | UnsetType = UNSET,
    ) -> None:
        """List shades.

        ``GET /shades``
        """
        return self._send(_list(near, names, open, deep, where, x_near, theme, last_seen))


class AsyncShades(AsyncResource):
    """The operations of `Shades`, under `/shades`.

    Async counterpart of `Shades`.
    """

    async def list(
        self,
        *,
        near: str | None,
        names: Sequence[str | None] | UnsetType = UNSET,
        open: params.Shade | UnsetType = UNSET,
        deep: params.Shade | UnsetType = UNSET,
        where: str | None | UnsetType = UNSET,
        x_near: str | None | UnsetType = UNSET,
        theme: str | None | UnsetType = UNSET,
        last_seen: str | None | UnsetType = UNSET,
    ) -> None:
        """List shades.

        ``GET /shades``
        """
        return await self._send(_list(near, names, open, deep, where, x_near, theme, last_seen))
