"""How long it would take to validate a value: one schema may be asked about it again and again.

A validator asks each member of a union, and each of theirs, about each value; where a few unions of lists
lead to one another, that doubles with each level of a value, and soon has no end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from codegen.document import Json, Node

MOST = 1_000_000
"""Schemas that are asked about one example or default; of the vendors' documents, some thousands."""

_SAME_VALUE = ("not", "if", "then", "else")
_SAME_VALUE_LISTS = ("allOf", "anyOf", "oneOf")
_EACH_PART = ("additionalProperties", "unevaluatedProperties", "items", "unevaluatedItems", "contains")


class Effort:
    """Counts how many schemas are asked; each pair of a schema and a value is looked at once."""

    def __init__(self, target: Callable[[str], Json]) -> None:
        self._target = target
        self._known: dict[tuple[int, int], int] = {}

    def of(self, schema: Json, value: Json) -> int:
        """How many schemas a validator asks about a value and what is in it, at most."""
        if not isinstance(schema, Node):
            return 1
        key = (id(schema), id(value))
        if key not in self._known:
            self._known[key] = 1  # for a schema that leads back to itself without a value in between
            asked = (self.of(other, part) for other, part in self._asked(schema, value))
            self._known[key] = 1 + sum(asked)
        return self._known[key]

    def _asked(self, schema: Node, value: Json) -> Iterator[tuple[Json, Json]]:
        yield from ((other, value) for other in self._about_the_same(schema))
        if isinstance(value, Node):
            yield from ((member, value) for member in schema.mapping("dependentSchemas").values())
            yield from self._of_properties(schema, value)
        elif isinstance(value, list):
            yield from ((member, item) for member in schema.values_of("prefixItems") for item in value)
        if isinstance(value, (Node, list)):
            parts = value.values() if isinstance(value, Node) else value
            yield from (
                (schema[keyword], part) for keyword in _EACH_PART if keyword in schema for part in parts
            )

    def _about_the_same(self, schema: Node) -> Iterator[Json]:
        for keyword in _SAME_VALUE_LISTS:
            yield from schema.values_of(keyword)
        yield from (schema[keyword] for keyword in _SAME_VALUE if keyword in schema)
        if "$ref" in schema:
            yield self._target(schema.text("$ref"))

    def _of_properties(self, schema: Node, value: Node) -> Iterator[tuple[Json, Json]]:
        properties = schema.mapping("properties")
        for name, part in value.items():
            if name in properties:
                yield properties[name], part
            yield from ((member, part) for member in schema.mapping("patternProperties").values())
