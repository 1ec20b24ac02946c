"""The operations of `Colours`, under `/colours`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._styles import Style

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
    open: models.Colour | UnsetType,
    pairs: models.Colour | UnsetType,
    deep: models.Filter | UnsetType,
    url: str | UnsetType,
    stops: Sequence[models.Colour] | UnsetType,
    where: models.Filter | UnsetType,
    x_names: Sequence[str] | UnsetType,
    x_colour: models.Colour | UnsetType,
    x_pairs: models.Colour | UnsetType,
    x_where: models.Filter | UnsetType,
    theme: str | UnsetType,
    sizes: Sequence[int] | UnsetType,
    shade: models.Colour | UnsetType,
    seen: models.Filter | UnsetType,
) -> Request[None]:
    return _LIST.request(
        query={
            "form": form,
            "joined": joined,
            "spaced": spaced,
            "piped": piped,
            "open": open,
            "pairs": pairs,
            "deep": deep,
            "url": url,
            "stops": stops,
            "where": where,
        },
        headers={"X-Names": x_names, "X-Colour": x_colour, "X-Pairs": x_pairs, "X-Where": x_where},
        cookies={"theme": theme, "sizes": sizes, "shade": shade, "seen": seen},
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
        open: models.Colour | UnsetType = UNSET,
        pairs: models.Colour | UnsetType = UNSET,
        deep: models.Filter | UnsetType = UNSET,
        url: str | UnsetType = UNSET,
        stops: Sequence[models.Colour] | UnsetType = UNSET,
        where: models.Filter | UnsetType = UNSET,
        x_names: Sequence[str] | UnsetType = UNSET,
        x_colour: models.Colour | UnsetType = UNSET,
        x_pairs: models.Colour | UnsetType = UNSET,
        x_where: models.Filter | UnsetType = UNSET,
        theme: str | UnsetType = UNSET,
        sizes: Sequence[int] | UnsetType = UNSET,
        shade: models.Colour | UnsetType = UNSET,
        seen: models.Filter | UnsetType = UNSET,
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
        open: models.Colour | UnsetType = UNSET,
        pairs: models.Colour | UnsetType = UNSET,
        deep: models.Filter | UnsetType = UNSET,
        url: str | UnsetType = UNSET,
        stops: Sequence[models.Colour] | UnsetType = UNSET,
        where: models.Filter | UnsetType = UNSET,
        x_names: Sequence[str] | UnsetType = UNSET,
        x_colour: models.Colour | UnsetType = UNSET,
        x_pairs: models.Colour | UnsetType = UNSET,
        x_where: models.Filter | UnsetType = UNSET,
        theme: str | UnsetType = UNSET,
        sizes: Sequence[int] | UnsetType = UNSET,
        shade: models.Colour | UnsetType = UNSET,
        seen: models.Filter | UnsetType = UNSET,
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
