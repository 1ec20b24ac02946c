"""Fakes of the operations of `client.chunks`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `chunks.replace`."""

    _: KW_ONLY
    text: str
    reason: models.ChunkReason | None
    usage: models.Usage | None
    delta: models.Delta | None
    either: models.Usage | str | None
    kind: models.ChunkKind | None
    items: list[int | None] | None
    table: dict[str, models.Usage | None]
    size: int | None
    note: str | None | UnsetType = UNSET
    after: str | None | UnsetType = UNSET


class FakeChunks(ResourceFake):
    """Fakes of the operations of `client.chunks`."""

    replace = Returning[models.Chunk].of(ReplaceCall, "replaceChunk")
    """Replace chunk."""
