"""The keywords of schemas, parameters and headers other than their types."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from codegen.document.node import Json


class Absent(Enum):
    """The value for a missing default, since a default can be null."""

    ABSENT = "absent"


class ExternalDocs(Struct, frozen=True):
    """A link to further documentation (OpenAPI 3.1.1, 4.8.11)."""

    url: str
    description: str = ""


class Notes(Struct, frozen=True, kw_only=True):
    """The keywords of a schema other than its type; shared by fields, parameters and headers."""

    title: str = ""
    description: str = ""
    docs: ExternalDocs | None = None
    deprecated: bool = False
    default: Json | Absent = Absent.ABSENT
    examples: tuple[Json, ...] = ()
    format: str | None = None
    constraints: Mapping[str, Json]
    """The validation keywords as written: ``minLength``, ``pattern``, ``maximum``..."""
    extensions: Mapping[str, Json]
    """The ``x-`` keys as written."""
