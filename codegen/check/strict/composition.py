"""Finds the schemas that apply to the same value. One may have the property or type that another lacks."""

from __future__ import annotations

from codegen.check.survey import Survey
from codegen.document.node import Node, Pointer

_UNIONS = frozenset({"anyOf", "oneOf"})


class Composition:
    """The schemas of a document, and the keywords that apply other schemas to the same value.

    These are ``$ref``, ``allOf`` and the like (JSON Schema 2020-12 core, 10.2).
    """

    def __init__(self, survey: Survey) -> None:
        self._survey = survey

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
        around = self._survey.applying
        pending = [*around.get(schema.pointer, ())]
        while pending:
            outer, key = pending.pop()
            if outer.pointer not in above:
                above.add(outer.pointer)
                self._collect(outer, found, without_unions=key in _UNIONS)
                pending.extend(around.get(outer.pointer, ()))
        return [*found.values()]

    def _collect(self, schema: Node, found: dict[Pointer, Node], *, without_unions: bool = False) -> None:
        """Add a schema and those within it to `found`; `without_unions` omits the members of its unions."""
        found[schema.pointer] = schema
        pending = [
            inner for key, inner in self._survey.applied_by(schema) if not (without_unions and key in _UNIONS)
        ]
        while pending:
            one = pending.pop()
            if one.pointer not in found:
                found[one.pointer] = one
                pending.extend(inner for _, inner in self._survey.applied_by(one))
