"""Estimates the time to validate a value, since a schema can be applied to it many times.

A validator asks each member of a union, and each of theirs, about each value; where a few unions of lists
lead to one another, that doubles with each level of a value, and soon has no end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from codegen.document.node import Json, Node, Pointer
from codegen.standard.keywords import KEYWORDS, VALIDATING, Keyword
from codegen.standard.schemas import subschemas

MOST = 1_000_000
"""Schemas that are asked about one example or default; of the vendors' documents, some thousands."""

_APPLYING = frozenset({*VALIDATING, "$ref"})


class Effort:
    """Counts how many schemas are asked; each pair of a schema and a value is looked at once."""

    def __init__(self, target: Callable[[str], Json]) -> None:
        self._target = target
        self._known: dict[tuple[Pointer, Pointer], int] = {}

    def of(self, schema: Json, value: Json, where: Pointer) -> int:
        """How many schemas a validator asks about a value at a place and what is in it, at most."""
        if not isinstance(schema, Node) or _APPLYING.isdisjoint(schema):
            return 1
        key = (schema.pointer, where)
        if key in self._known:
            return self._known[key]
        self._known[key] = 1  # for a schema that leads back to itself without a value in between
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
    """What of a value the schemas under a keyword are applied to, by its token; the value itself has none."""
    if keyword.in_place:
        return ((None, value),)
    if keyword.about == "array":
        return enumerate(value) if isinstance(value, list) else ()
    if not isinstance(value, Node):
        return ()
    if keyword.name == "properties":
        return ((name, value[name]),) if name is not None and name in value else ()
    return value.items()
