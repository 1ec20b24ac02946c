"""Fakes of the operations of `client.chunks`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ReplaceCall(Recorded):
    """A call of `chunks.replace`."""

    _: KW_ONLY
    text: str
    reason: params.ChunkReason | None
    usage: params.Usage | None
    delta: params.Delta | None
    either: params.Usage | str | None
    kind: params.ChunkKind | None
    items: Sequence[int | None] | None
    table: Mapping[str, params.Usage | None]
    size: int | None
    note: str | None | UnsetType = UNSET
    after: str | None | UnsetType = UNSET


class FakeChunks(ResourceFake):
    """Fakes of the operations of `client.chunks`."""

    replace = Returning[models.Chunk].of(ReplaceCall, "replaceChunk")
    """Replace chunk."""
