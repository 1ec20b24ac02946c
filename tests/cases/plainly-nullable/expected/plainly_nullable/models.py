"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum


class ChunkReason(OpenEnum):
    """Field `reason` of `Chunk`."""

    STOP = "stop"
    LENGTH = "length"


class ChunkKind(OpenEnum):
    """Field `kind` of `Chunk`."""

    CHUNK = "chunk"


class Chunk(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
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


class Usage(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    tokens: int


class Delta(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `delta` of `Chunk`."""

    role: str | UnsetType = UNSET
