"""Components that are only another name for a component."""

from __future__ import annotations

from codegen.document import Node, Pointer
from codegen.problems import Problem, Refused
from codegen.simplify.positions import component, reference_to, rewrite_schemas, rewrite_subschemas


def resolve_aliases(root: Node) -> Node:
    """Let each reference name the schema that its chain of references ends at.

    A component schema may be a reference itself (OpenAPI 3.1.1, 4.8.24); it stays, for the ledger to see, but
    nothing refers to it any more.

    Raises:
        Refused: A chain never ends.
    """
    components = root.mapping("components").mapping("schemas")
    ends: dict[str, tuple[str, tuple[Pointer, ...]]] = {}
    problems: list[Problem] = []
    for name, schema in components.items():
        if isinstance(schema, Node) and component(schema):
            end, passed = _end(name, components)
            if end in passed:
                message = f"the schema {name!r} is defined as itself"
                problems.append(Problem(message, "reference-ring", schema.pointer))
            else:
                places = tuple(place for one in passed for place in components.mapping(one).origins)
                ends[name] = end, places
    if problems:
        raise Refused(problems)

    def change(schema: Node) -> Node:
        name = component(schema)
        if name in ends:
            end, passed = ends[name]
            return schema.with_items(**{"$ref": reference_to(end)}).standing_for(*passed)
        return rewrite_subschemas(schema, change)

    return rewrite_schemas(root, lambda schema, _: change(schema)) if ends else root


def _end(name: str, components: Node) -> tuple[str, list[str]]:
    passed: list[str] = []
    while name not in passed and (following := component(components.mapping(name))):
        passed.append(name)
        name = following
    return name, passed
