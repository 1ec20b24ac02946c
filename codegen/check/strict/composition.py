"""Finds the schemas that apply to the same value. One may have the property or type that another lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from codegen.check.survey import Survey
from codegen.document.node import Node, Pointer
from codegen.standard.keywords import IN_PLACE
from codegen.standard.schemas import subschemas

_UNIONS = frozenset({"anyOf", "oneOf"})


class Composition:
    """The schemas of a document, and the keywords that apply other schemas to the same value.

    These are ``$ref``, ``allOf`` and the like (JSON Schema 2020-12 core, 10.2).
    """

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._around: dict[Pointer, list[tuple[Node, str]]] = defaultdict(list)
        for schema in survey.by_kind.get("schema", []):
            for key, inner in self.parts(schema):
                self._around[inner.pointer].append((schema, key))

    def parts(self, schema: Node) -> Iterator[tuple[str, Node]]:
        """The schemas that this one applies to the same value, each with its keyword."""
        if isinstance(schema.get("$ref"), str):
            target = self._survey.target(schema.text("$ref"))
            if isinstance(target, Node):
                yield "$ref", target
            if self._survey.version == "3.0":
                return  # What stands beside a reference says nothing there (OpenAPI 3.0.4, 4.7.23).
        for inner, keyword, _ in subschemas(schema, IN_PLACE):
            yield keyword, inner

    def within(self, schema: Node) -> list[Node]:
        """The schema, and those that it applies, directly or indirectly."""
        found: dict[Pointer, Node] = {}
        self._collect(schema, found)
        return [*found.values()]

    def beside(self, schema: Node) -> list[Node]:
        """The schema, those within it, and those that an outer schema may apply to the same value.

        Other members of a union are excluded, because a value is of only one of them.
        """
        found: dict[Pointer, Node] = {}
        self._collect(schema, found)
        above = {schema.pointer}
        pending = [*self._around[schema.pointer]]
        while pending:
            outer, key = pending.pop()
            if outer.pointer not in above:
                above.add(outer.pointer)
                self._collect(outer, found, without_unions=key in _UNIONS)
                pending.extend(self._around[outer.pointer])
        return [*found.values()]

    def _collect(self, schema: Node, found: dict[Pointer, Node], *, without_unions: bool = False) -> None:
        """Add a schema and those within it to `found`; `without_unions` omits the members of its unions."""
        found[schema.pointer] = schema
        pending = [inner for key, inner in self.parts(schema) if not (without_unions and key in _UNIONS)]
        while pending:
            one = pending.pop()
            if one.pointer not in found:
                found[one.pointer] = one
                pending.extend(inner for _, inner in self.parts(one))
