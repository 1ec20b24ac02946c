"""Resolves components that are only references to other components."""

from __future__ import annotations

from codegen.document.node import Node
from codegen.document.problems import Problem, Refused
from codegen.standard.positions import Document, rewrite_schemas
from codegen.standard.schemas import component, reference_to, rewrite_subschemas


def resolve_aliases(document: Document) -> Document:
    """Let each reference name the schema that its chain of references ends at.

    A component schema may be a reference itself (OpenAPI 3.1.1, 4.8.24); it stays, for the ledger to see, but
    nothing refers to it any more.

    Raises:
        Refused: A chain never ends.
    """
    ends = _ends(document.schemas)

    def change(schema: Node) -> Node:
        name = component(schema)
        if name in ends:
            return schema.with_items(**{"$ref": reference_to(ends[name])})
        return rewrite_subschemas(schema, change)

    return rewrite_schemas(document, lambda schema, _: change(schema)) if ends else document


def _ends(components: Node) -> dict[str, str]:
    """The end of the chain of each alias. Each alias is visited once."""
    ends: dict[str, str] = {}
    problems: list[Problem] = []
    for start in components:
        passed: dict[str, None] = {}
        name = start
        while name not in passed and name not in ends and (following := component(components.mapping(name))):
            passed[name] = None
            name = following
        if name in passed:
            message = f"the schema {name!r} is defined as itself"
            problems.append(Problem(message, "reference-ring", components.mapping(name).pointer))
        ends.update(dict.fromkeys(passed, ends.get(name, name)))
    if problems:
        raise Refused(problems)
    return ends
