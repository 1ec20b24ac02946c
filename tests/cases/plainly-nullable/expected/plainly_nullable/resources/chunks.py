"""The operations of `Chunks`, under `/chunks`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_REPLACE: Operation[models.Chunk] = Operation(
    id="replaceChunk", method="PUT", path="/chunks", successes={200: models.Chunk}, spread_body=True
)


def _replace(
    text: str,
    reason: params.ChunkReason | None,
    usage: params.Usage | None,
    delta: params.Delta | None,
    either: params.Usage | str | None,
    kind: params.ChunkKind | None,
    items: Sequence[int | None] | None,
    table: Mapping[str, params.Usage | None],
    size: int | None,
    note: str | None | UnsetType,
    after: str | None | UnsetType,
) -> Request[models.Chunk]:
    return _REPLACE.request(
        query={"after": after},
        json=models.Chunk(
            text=text,
            reason=reason,
            usage=usage,
            delta=delta,
            either=either,
            kind=kind,
            items=items,
            table=table,
            size=size,
            note=note,
        ),
    )


class Chunks(Resource):
    """The operations of `Chunks`, under `/chunks`."""

    def replace(
        self,
        *,
        text: str,
        reason: params.ChunkReason | None,
        usage: params.Usage | None,
        delta: params.Delta | None,
        either: params.Usage | str | None,
        kind: params.ChunkKind | None,
        items: Sequence[int | None] | None,
        table: Mapping[str, params.Usage | None],
        size: int | None,
        note: str | None | UnsetType = UNSET,
        after: str | None | UnsetType = UNSET,
    ) -> models.Chunk:
        """Replace chunk.

        ``PUT /chunks``

        Returns:
            The chunk.
        """
        return self._send(
            _replace(text, reason, usage, delta, either, kind, items, table, size, note, after)
        )


class AsyncChunks(AsyncResource):
    """The operations of `Chunks`, under `/chunks`.

    Async counterpart of `Chunks`.
    """

    async def replace(
        self,
        *,
        text: str,
        reason: params.ChunkReason | None,
        usage: params.Usage | None,
        delta: params.Delta | None,
        either: params.Usage | str | None,
        kind: params.ChunkKind | None,
        items: Sequence[int | None] | None,
        table: Mapping[str, params.Usage | None],
        size: int | None,
        note: str | None | UnsetType = UNSET,
        after: str | None | UnsetType = UNSET,
    ) -> models.Chunk:
        """Replace chunk.

        ``PUT /chunks``

        Returns:
            The chunk.
        """
        return await self._send(
            _replace(text, reason, usage, delta, either, kind, items, table, size, note, after)
        )
