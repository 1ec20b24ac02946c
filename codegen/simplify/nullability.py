"""Moves null from components to the places that use them."""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.simplify.canonical import NULL, or_null, schema_without_null
from codegen.standard.positions import Document, Position, rewrite_schemas
from codegen.standard.schemas import component, rewrite_subschemas


def move_null_to_uses(document: Document) -> Document:
    """Remove null from components that allow it, and add null to the references to them.

    This is equivalent by the meaning of a reference (JSON Schema 2020-12 core, 8.2.3.1). So a component that
    is an object or null becomes a class with the name of the component.
    """
    nullable = _nullable(document.schemas)

    def change(schema: Node, position: Position) -> Node:
        if position.component not in nullable:
            return one(schema)
        schema, _ = schema_without_null(schema)
        return schema if component(schema) else inner(schema)

    def one(schema: Node) -> Node:
        if component(schema) in nullable:
            return or_null(schema)
        if "anyOf" not in schema:
            return inner(schema)
        members = schema.mappings("anyOf")
        schema = inner(schema)
        return or_null(schema, nullable=any(component(member) in nullable for member in members))

    def inner(schema: Node) -> Node:
        if "anyOf" not in schema:
            return rewrite_subschemas(schema, one)
        members: list[Json] = [
            member if component(member) else one(member) for member in schema.mappings("anyOf")
        ]
        return schema.with_items(anyOf=members)

    return rewrite_schemas(document, change) if nullable else document


def _nullable(schemas: Node) -> set[str]:
    """The components that allow null, themselves or through another component."""
    mentions: dict[str, list[str]] = {}
    found: list[str] = []
    for name, schema in schemas.items():
        if not isinstance(schema, Node):
            continue
        for part in (schema, *schema.mappings("anyOf")):
            if part.get("type") == NULL and part is not schema:
                found.append(name)
            elif (mentioned := component(part)) is not None:
                mentions.setdefault(mentioned, []).append(name)
    nullable: set[str] = set()
    while found:
        name = found.pop()
        if name not in nullable:
            nullable.add(name)
            found += mentions.get(name, [])
    return nullable
