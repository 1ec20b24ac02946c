"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class ChunkReason(OpenEnum):
    """Field `reason` of `Chunk`."""

    STOP = "stop"
    LENGTH = "length"


class ChunkKind(OpenEnum):
    """Field `kind` of `Chunk`."""

    CHUNK = "chunk"


class Chunk(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `chunks.replace`."""

    text: str
    reason: ChunkReason | None
    usage: Usage | None
    delta: Delta | None
    either: Usage | str | None
    kind: ChunkKind | None
    items: list[int | None] | None
    table: dict[str, Usage | None]
    size: int | None
    note: str | None | UnsetType = UNSET

    def __init__(
        self,
        *,
        text: str,
        reason: _params.ChunkReason | None,
        usage: _params.Usage | None,
        delta: _params.Delta | None,
        either: _params.Usage | str | None,
        kind: _params.ChunkKind | None,
        items: Sequence[int | None] | None,
        table: Mapping[str, _params.Usage | None],
        size: int | None,
        note: str | None | UnsetType = UNSET,
    ) -> None: ...


class Usage(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    tokens: int


class Delta(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `delta` of `Chunk`."""

    role: str | UnsetType = UNSET
