"""The operations of `Paths`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._styles import Style

if TYPE_CHECKING:
    from .. import params

_GET_SIMPLE: Operation[None] = Operation(
    id="getSimple",
    method="GET",
    path="/simple/{names}/{colour}/{pairs}",
    successes={204: None},
    styles={"path": {"colour": Style("simple"), "pairs": Style("simple", explode=True)}},
)


def _get_simple(names: Sequence[str], colour: params.Colour, pairs: params.Colour) -> Request[None]:
    return _GET_SIMPLE.request(
        names, coerced(colour, models.Colour, "colour"), coerced(pairs, models.Colour, "pairs")
    )


_GET_DOCUMENT: Operation[None] = Operation(
    id="getDocuments",
    method="GET",
    path="/documents/{json}/{any}",
    successes={204: None},
    styles={
        "path": {"json": Style("application/json"), "any": Style("*/*")},
        "query": {"at": Style("text/plain")},
    },
)


def _get_document(json: str, any: UUID | str, at: datetime.datetime | UnsetType) -> Request[None]:
    return _GET_DOCUMENT.request(json, any, query={"at": at})


_GET_LABEL: Operation[None] = Operation(
    id="getLabel",
    method="GET",
    path="/label/{one}{names}{each}{colour}{pairs}",
    successes={204: None},
    styles={
        "path": {
            "one": Style("label"),
            "names": Style("label"),
            "each": Style("label", explode=True),
            "colour": Style("label"),
            "pairs": Style("label", explode=True),
        }
    },
)


def _get_label(
    one: str, names: Sequence[str], each: Sequence[str], colour: params.Colour, pairs: params.Colour
) -> Request[None]:
    return _GET_LABEL.request(
        one,
        names,
        each,
        coerced(colour, models.Colour, "colour"),
        coerced(pairs, models.Colour, "pairs"),
    )


_GET_MATRIX: Operation[None] = Operation(
    id="getMatrix",
    method="GET",
    path="/matrix/{one}{the_names}{each}{colour}{pairs}",
    successes={204: None},
    styles={
        "path": {
            "one": Style("matrix"),
            "the_names": Style("matrix", key="theNames"),
            "each": Style("matrix", explode=True),
            "colour": Style("matrix"),
            "pairs": Style("matrix", explode=True),
        }
    },
)


def _get_matrix(
    one: str,
    the_names: Sequence[str],
    each: Sequence[str],
    colour: params.Colour,
    pairs: params.Colour,
) -> Request[None]:
    return _GET_MATRIX.request(
        one,
        the_names,
        each,
        coerced(colour, models.Colour, "colour"),
        coerced(pairs, models.Colour, "pairs"),
    )


_GET_NOTHING: Operation[None] = Operation(
    id="getNothing",
    method="GET",
    path="/nothing/{id}",
    successes={204: None},
    styles={"path": {"id": Style("label")}, "query": {"id": Style("form")}},
)


def _get_nothing(
    id: str, id_query: Sequence[str] | UnsetType, id_header: Sequence[str] | UnsetType
) -> Request[None]:
    return _GET_NOTHING.request(id, query={"id": id_query}, headers={"id": id_header})


class Paths(Resource):
    """The operations of `Paths`."""

    def get_simple(self, names: Sequence[str], colour: params.Colour, pairs: params.Colour) -> None:
        """Get simple.

        ``GET /simple/{names}/{colour}/{pairs}``
        """
        return self._send(_get_simple(names, colour, pairs))

    def get_document(
        self, json: str, any: UUID | str, *, at: datetime.datetime | UnsetType = UNSET
    ) -> None:
        """Get documents.

        ``GET /documents/{json}/{any}``
        """
        return self._send(_get_document(json, any, at))

    def get_label(
        self,
        one: str,
        names: Sequence[str],
        each: Sequence[str],
        colour: params.Colour,
        pairs: params.Colour,
    ) -> None:
        """Get label.

        ``GET /label/{one}{names}{each}{colour}{pairs}``
        """
        return self._send(_get_label(one, names, each, colour, pairs))

    def get_matrix(
        self,
        one: str,
        the_names: Sequence[str],
        each: Sequence[str],
        colour: params.Colour,
        pairs: params.Colour,
    ) -> None:
        """Get matrix.

        ``GET /matrix/{one}{theNames}{each}{colour}{pairs}``
        """
        return self._send(_get_matrix(one, the_names, each, colour, pairs))

    def get_nothing(
        self,
        id: str,
        *,
        id_query: Sequence[str] | UnsetType = UNSET,
        id_header: Sequence[str] | UnsetType = UNSET,
    ) -> None:
        """Get nothing.

        ``GET /nothing/{id}``
        """
        return self._send(_get_nothing(id, id_query, id_header))


class AsyncPaths(AsyncResource):
    """The operations of `Paths`.

    Async counterpart of `Paths`.
    """

    async def get_simple(
        self, names: Sequence[str], colour: params.Colour, pairs: params.Colour
    ) -> None:
        """Get simple.

        ``GET /simple/{names}/{colour}/{pairs}``
        """
        return await self._send(_get_simple(names, colour, pairs))

    async def get_document(
        self, json: str, any: UUID | str, *, at: datetime.datetime | UnsetType = UNSET
    ) -> None:
        """Get documents.

        ``GET /documents/{json}/{any}``
        """
        return await self._send(_get_document(json, any, at))

    async def get_label(
        self,
        one: str,
        names: Sequence[str],
        each: Sequence[str],
        colour: params.Colour,
        pairs: params.Colour,
    ) -> None:
        """Get label.

        ``GET /label/{one}{names}{each}{colour}{pairs}``
        """
        return await self._send(_get_label(one, names, each, colour, pairs))

    async def get_matrix(
        self,
        one: str,
        the_names: Sequence[str],
        each: Sequence[str],
        colour: params.Colour,
        pairs: params.Colour,
    ) -> None:
        """Get matrix.

        ``GET /matrix/{one}{theNames}{each}{colour}{pairs}``
        """
        return await self._send(_get_matrix(one, the_names, each, colour, pairs))

    async def get_nothing(
        self,
        id: str,
        *,
        id_query: Sequence[str] | UnsetType = UNSET,
        id_header: Sequence[str] | UnsetType = UNSET,
    ) -> None:
        """Get nothing.

        ``GET /nothing/{id}``
        """
        return await self._send(_get_nothing(id, id_query, id_header))
