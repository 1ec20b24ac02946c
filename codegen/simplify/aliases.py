"""Resolves components that are only references to others, and unions that are members of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from codegen.document.node import Node
from codegen.document.problems import Problem, Refused
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
    changed = {id(document.schemas.mapping(name)): union for name, union in unions.items()}
    # One that is left with a single member may be an alias.
    return resolve_aliases(rewrite_schemas(document, lambda schema, _: changed.get(id(schema), schema)))


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
    """The unions that are members of themselves, directly or through other unions, without that member."""
    unions = {name: schema for name in components if "anyOf" in (schema := components.mapping(name))}
    leads = {
        name: {member for one in schema.mappings("anyOf") if (member := component(one) or "") in unions}
        for name, schema in unions.items()
    }
    while ended := {name for name, members in leads.items() if leads.keys().isdisjoint(members)}:
        leads = {name: members & leads.keys() for name, members in leads.items() if name not in ended}
    found = {name: _expanded(name, components, leads) for name in leads}
    return {name: union for name, union in found.items() if union is not None}


def _expanded(name: str, components: Node, leads: Mapping[str, AbstractSet[str]]) -> Node | None:
    """A union with the members of the unions that have it as a member, but for these; None if none has it."""
    ring = {other for other in _reached(name, leads) if name in _reached(other, leads)}
    if not ring:
        return None
    union = components.mapping(name)
    members: dict[object, Node] = {}
    for one in (name, *sorted(ring - {name})):
        for member in components.mapping(one).mappings("anyOf"):
            if (target := component(member)) in ring:
                union = union.standing_for(*member.origins)
            else:
                members.setdefault(target or id(member), member)
    if not members:
        message = f"the schema {name!r} is defined as itself"
        raise Refused([Problem(message, "reference-ring", union.pointer)])
    if len(members) > 1:
        return union.with_items(anyOf=[*members.values()])
    (only,) = members.values()
    items = {**only, **union.without("anyOf")}
    return Node(items, pointer=union.pointer, also=union.also).standing_for(*only.origins)


def _reached(start: str, leads: Mapping[str, AbstractSet[str]]) -> set[str]:
    """The unions that a union has as members, directly or through others."""
    reached: set[str] = set()
    pending = [start]
    while pending:
        new = {one for one in leads[pending.pop()] if one in leads and one not in reached}
        reached |= new
        pending += new
    return reached
