"""Which types msgspec decodes by itself, and which it cannot yet be given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.document import Node
from codegen.problems import Problem
from codegen.simplify.canonical import is_any
from codegen.simplify.pending import not_yet
from codegen.simplify.positions import every_schema

_ESCAPED = re.compile(r'["\\\x00-\x1f]')
"""What msgspec refuses in the name of a field (RFC 8259 section 7)."""


def uncarried_types(root: Node) -> list[Problem]:
    """One problem for each schema of the simplified document whose type cannot be carried yet."""
    return list(dict.fromkeys(problem for schema in every_schema(root) for problem in _of_schema(schema)))


def _of_schema(schema: Node) -> Iterator[Problem]:
    extra = schema.get("additionalProperties")
    if "properties" in schema and isinstance(extra, Node) and not is_any(extra):
        yield not_yet("an object with both properties and typed further ones", extra, on="key")
    for name, value in schema.entries("properties"):
        if _ESCAPED.search(name):
            yield not_yet("a property whose name JSON has to escape", value, on="key")
