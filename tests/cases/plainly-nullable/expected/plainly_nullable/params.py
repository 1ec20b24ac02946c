"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

from . import models


class UsageDict(TypedDict):
    """`models.Usage` as a dict."""

    tokens: int


class DeltaDict(TypedDict):
    """`models.Delta` as a dict."""

    role: NotRequired[str]


ChunkReason: TypeAlias = models.ChunkReason | Literal["stop", "length"]
ChunkKind: TypeAlias = models.ChunkKind | Literal["chunk"]
Usage: TypeAlias = models.Usage | UsageDict
Delta: TypeAlias = models.Delta | DeltaDict
