"""The operations of `Colours`, under `/colours`."""

from __future__ import annotations

import builtins
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
    id="listColours",
    method="GET",
    path="/colours",
    successes={204: None},
    styles={
        "query": {
            "joined": Style("form"),
            "spaced": Style("spaceDelimited"),
            "piped": Style("pipeDelimited"),
            "open": Style("form", explode=True),
            "pairs": Style("form"),
            "deep": Style("deepObject", explode=True),
            "url": Style("form", explode=True, reserved=True),
            "stops": Style("form", explode=True),
            "where": Style("application/json"),
        },
        "header": {
            "X-Colour": Style("simple"),
            "X-Pairs": Style("simple", explode=True),
            "X-Where": Style("application/json"),
        },
        "cookie": {
            "sizes": Style("form"),
            "shade": Style("form", explode=True),
            "seen": Style("application/json"),
        },
    },
)


def _list(
    form: Sequence[str] | UnsetType,
    joined: Sequence[str] | UnsetType,
    spaced: Sequence[int] | UnsetType,
    piped: Sequence[str] | UnsetType,
    open: params.Colour | UnsetType,
    pairs: params.Colour | UnsetType,
    deep: params.Filter | UnsetType,
    url: str | UnsetType,
    stops: Sequence[params.Colour] | UnsetType,
    where: params.Filter | UnsetType,
    x_names: Sequence[str] | UnsetType,
    x_colour: params.Colour | UnsetType,
    x_pairs: params.Colour | UnsetType,
    x_where: params.Filter | UnsetType,
    theme: str | UnsetType,
    sizes: Sequence[int] | UnsetType,
    shade: params.Colour | UnsetType,
    seen: params.Filter | UnsetType,
) -> Request[None]:
    return _LIST.request(
        query={
            "form": form,
            "joined": joined,
            "spaced": spaced,
            "piped": piped,
            "open": coerced(open, models.Colour, "open"),
            "pairs": coerced(pairs, models.Colour, "pairs"),
            "deep": coerced(deep, models.Filter, "deep"),
            "url": url,
            "stops": coerced(stops, builtins.list[models.Colour], "stops"),
            "where": coerced(where, models.Filter, "where"),
        },
        headers={
            "X-Names": x_names,
            "X-Colour": coerced(x_colour, models.Colour, "x_colour"),
            "X-Pairs": coerced(x_pairs, models.Colour, "x_pairs"),
            "X-Where": coerced(x_where, models.Filter, "x_where"),
        },
        cookies={
            "theme": theme,
            "sizes": sizes,
            "shade": coerced(shade, models.Colour, "shade"),
            "seen": coerced(seen, models.Filter, "seen"),
        },
    )


class Colours(Resource):
    """The operations of `Colours`, under `/colours`."""

    def list(
        self,
        *,
        form: Sequence[str] | UnsetType = UNSET,
        joined: Sequence[str] | UnsetType = UNSET,
        spaced: Sequence[int] | UnsetType = UNSET,
        piped: Sequence[str] | UnsetType = UNSET,
        open: params.Colour | UnsetType = UNSET,
        pairs: params.Colour | UnsetType = UNSET,
        deep: params.Filter | UnsetType = UNSET,
        url: str | UnsetType = UNSET,
        stops: Sequence[params.Colour] | UnsetType = UNSET,
        where: params.Filter | UnsetType = UNSET,
        x_names: Sequence[str] | UnsetType = UNSET,
        x_colour: params.Colour | UnsetType = UNSET,
        x_pairs: params.Colour | UnsetType = UNSET,
        x_where: params.Filter | UnsetType = UNSET,
        theme: str | UnsetType = UNSET,
        sizes: Sequence[int] | UnsetType = UNSET,
        shade: params.Colour | UnsetType = UNSET,
        seen: params.Filter | UnsetType = UNSET,
    ) -> None:
        """List colours.

        ``GET /colours``
        """
        return self._send(
            _list(
                form,
                joined,
                spaced,
                piped,
                open,
                pairs,
                deep,
                url,
                stops,
                where,
                x_names,
                x_colour,
                x_pairs,
                x_where,
                theme,
                sizes,
                shade,
                seen,
            )
        )


class AsyncColours(AsyncResource):
    """The operations of `Colours`, under `/colours`.

    Async counterpart of `Colours`.
    """

    async def list(
        self,
        *,
        form: Sequence[str] | UnsetType = UNSET,
        joined: Sequence[str] | UnsetType = UNSET,
        spaced: Sequence[int] | UnsetType = UNSET,
        piped: Sequence[str] | UnsetType = UNSET,
        open: params.Colour | UnsetType = UNSET,
        pairs: params.Colour | UnsetType = UNSET,
        deep: params.Filter | UnsetType = UNSET,
        url: str | UnsetType = UNSET,
        stops: Sequence[params.Colour] | UnsetType = UNSET,
        where: params.Filter | UnsetType = UNSET,
        x_names: Sequence[str] | UnsetType = UNSET,
        x_colour: params.Colour | UnsetType = UNSET,
        x_pairs: params.Colour | UnsetType = UNSET,
        x_where: params.Filter | UnsetType = UNSET,
        theme: str | UnsetType = UNSET,
        sizes: Sequence[int] | UnsetType = UNSET,
        shade: params.Colour | UnsetType = UNSET,
        seen: params.Filter | UnsetType = UNSET,
    ) -> None:
        """List colours.

        ``GET /colours``
        """
        return await self._send(
            _list(
                form,
                joined,
                spaced,
                piped,
                open,
                pairs,
                deep,
                url,
                stops,
                where,
                x_names,
                x_colour,
                x_pairs,
                x_where,
                theme,
                sizes,
                shade,
                seen,
            )
        )
