"""How long it would take to validate a value: one schema may be asked about it again and again.

A validator asks each member of a union, and each of theirs, about each value; where a few unions of lists
lead to one another, that doubles with each level of a value, and soon has no end.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from codegen.document.node import Json, Node

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
        if key in self._known:
            return self._known[key]
        self._known[key] = 1  # for a schema that leads back to itself without a value in between
        asked = 1 + self._of_the_same(schema, value)
        if isinstance(value, Node):
            asked += self._of_properties(schema, value) + self._of_parts(schema, value.values())
        elif isinstance(value, list):
            for member in schema.values_of("prefixItems"):
                asked += sum(self.of(member, item) for item in value)
            asked += self._of_parts(schema, value)
        self._known[key] = asked
        return asked

    def _of_the_same(self, schema: Node, value: Json) -> int:
        asked = 0
        for keyword in _SAME_VALUE_LISTS:
            if keyword in schema:
                asked += sum(self.of(member, value) for member in schema.values_of(keyword))
        for keyword in _SAME_VALUE:
            if keyword in schema:
                asked += self.of(schema[keyword], value)
        return asked + self.of(self._target(schema.text("$ref")), value) if "$ref" in schema else asked

    def _of_properties(self, schema: Node, value: Node) -> int:
        asked = sum(self.of(member, value) for _, member in schema.entries("dependentSchemas"))
        properties, patterns = schema.get("properties"), schema.entries("patternProperties")
        for name, part in value.items():
            if isinstance(properties, Node) and name in properties:
                asked += self.of(properties[name], part)
            asked += sum(self.of(member, part) for _, member in patterns)
        return asked

    def _of_parts(self, schema: Node, parts: Collection[Json]) -> int:
        return sum(
            self.of(schema[keyword], part) for keyword in _EACH_PART if keyword in schema for part in parts
        )
