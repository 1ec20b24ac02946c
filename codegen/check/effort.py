"""Estimates the time to validate a value, since a schema can be applied to it many times.

A validator applies each member of a union, and their members, to each value. If a few unions of lists refer
to each other, the time doubles with each level of a value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from codegen.document.node import Json, Node, Pointer
from codegen.standard.keywords import KEYWORDS, VALIDATING, Keyword
from codegen.standard.schemas import subschemas

MOST = 1_000_000
"""The most schemas that are applied to one example or default. Vendors' documents need some thousands."""

_APPLYING = frozenset({*VALIDATING, "$ref"})


class Effort:
    """Counts the schemas that are applied. Each pair of a schema and a value is counted once."""

    def __init__(self, target: Callable[[str], Json]) -> None:
        self._target = target
        self._known: dict[tuple[Pointer, Pointer], int] = {}

    def of(self, schema: Json, value: Json, where: Pointer) -> int:
        """The most schemas that a validator applies to the value at a place and its parts."""
        if not isinstance(schema, Node) or _APPLYING.isdisjoint(schema):
            return 1
        key = (schema.pointer, where)
        if key in self._known:
            return self._known[key]
        self._known[key] = 1  # for a schema that refers to itself for the same value
        asked = 1 + sum(
            self.of(child, part, (*where, token) if token is not None else where)
            for child, keyword, name in subschemas(schema, VALIDATING)
            for token, part in _applied_to(KEYWORDS[keyword], name, value)
        )
        if "$ref" in schema:
            asked += self.of(self._target(schema.text("$ref")), value, where)
        self._known[key] = asked
        return asked


def _applied_to(keyword: Keyword, name: str | None, value: Json) -> Iterable[tuple[str | int | None, Json]]:
    """The parts of a value to which the schemas of a keyword apply, by token. None is the value itself."""
    if keyword.in_place:
        return ((None, value),)
    if keyword.about == "array":
        return enumerate(value) if isinstance(value, list) else ()
    if not isinstance(value, Node):
        return ()
    if keyword.name == "properties":
        return ((name, value[name]),) if name is not None and name in value else ()
    return value.items()
