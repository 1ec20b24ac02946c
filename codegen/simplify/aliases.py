"""Resolves components that are only references to others, and unions that are members of themselves."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.document.node import Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.simplify.canonical import flat_union
from codegen.simplify.rings import rings
from codegen.standard.positions import Document, rewrite_schemas
from codegen.standard.schemas import component, reference_to, rewrite_subschemas


def resolve_aliases(document: Document) -> Document:
    """Let each reference name the schema that its chain of references ends at.

    A component schema may be a reference itself (OpenAPI 3.1.1, 4.8.24); it stays, for the ledger to see, but
    nothing refers to it any more. A union with itself as a member has the values of the others.

    Raises:
        Refused: A chain never ends, or a union has no other member than itself.
    """
    ends = _ends(document.schemas)

    def change(schema: Node) -> Node:
        name = component(schema)
        if name in ends:
            return schema.with_items(**{"$ref": reference_to(ends[name])})
        return rewrite_subschemas(schema, change)

    if ends:
        document = rewrite_schemas(document, lambda schema, _: change(schema))
    unions = _without_themselves(document.schemas)
    if not unions:
        return document
    # One that is left with a single member may be an alias.
    return resolve_aliases(document.with_schemas(unions))


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


def _without_themselves(components: Node) -> dict[str, Node]:
    """The unions that are members of themselves, directly or through other unions, without that member.

    All unions of a ring get the same members: every member of any of them, except references within the ring.
    """
    unions = {name: schema for name in components if "anyOf" in (schema := components.mapping(name))}
    leads = {
        name: [member for one in schema.mappings("anyOf") if (member := component(one) or "") in unions]
        for name, schema in unions.items()
    }
    changed: dict[str, Node] = {}
    for ring in rings(leads):
        shared = _shared(ring, unions)
        for name in ring:
            own = unions[name].without("anyOf")
            whole = Node({**shared, **own}, pointer=own.pointer, also=own.also)
            changed[name] = whole.standing_for(*shared.origins)
    return changed


def _shared(ring: list[str], unions: Mapping[str, Node]) -> Node:
    """The union of all members of the unions of a ring that are not in it themselves."""
    within = frozenset(ring)
    members: list[Node] = []
    left_out: list[Pointer] = []
    for member in (one for name in ring for one in unions[name].mappings("anyOf")):
        if component(member) in within:
            left_out += member.origins
        else:
            members.append(member)
    if not members:
        message = f"the schema {ring[0]!r} is defined as itself"
        raise Refused([Problem(message, "reference-ring", unions[ring[0]].pointer)])
    first, *others = left_out
    return flat_union(members, Node(pointer=first).standing_for(*others))
