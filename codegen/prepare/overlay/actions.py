"""Actions on a document, and their places in a file."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from codegen.document.node import Json, Pointer
from codegen.document.source import Source

Kind: TypeAlias = Literal["update", "copy", "remove"]


class Action(Struct, frozen=True):
    """A change of some parts of the document (Overlay 1.1, 4.4.3)."""

    kind: Kind
    target: str | Pointer
    """A JSONPath query (RFC 9535), or the pointer of the one part to change."""
    value: Json
    """The value to merge into the targets; for a copy, the query of its source; for a removal, nothing."""
    source: Source
    where: Pointer
    """The action's target in its file."""
    what: Pointer
    """The action's value in its file."""
