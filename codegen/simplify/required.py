"""Adds properties that are required but not described."""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.standard.positions import Document, rewrite_schemas
from codegen.standard.schemas import rewrite_subschemas


def describe_required(document: Document) -> Document:
    """Add each property that an object requires but does not describe, with any value.

    JSON Schema 2020-12 validation, 6.5.3: ``required`` may name any property. Usually it is a mistake: the
    property has been renamed, and no response contains the old name. So the property can be sent and read,
    but is not required. The schema in ``additionalProperties`` applies to it, and so does a discriminator.
    """
    return rewrite_schemas(document, lambda schema, _: _described(schema))


def _lacking(schema: Node) -> list[str]:
    if "required" not in schema:
        return []
    properties = schema.mapping("properties")
    names = [name for name in schema.values_of("required") if isinstance(name, str)]
    return [name for name in names if name not in properties] if properties else []


def _described(schema: Node) -> Node:
    schema = rewrite_subschemas(schema, _described)
    lacking = _lacking(schema)
    if not lacking:
        return schema
    properties = schema.mapping("properties")
    place = (*schema.pointer, "required")
    value = Node(schema.mapping("additionalProperties"), pointer=place)
    added: dict[str, Json] = dict.fromkeys(lacking, value)
    kept = [name for name in schema.values_of("required") if name not in lacking]
    return schema.with_items(properties=properties.with_items(**added), required=kept)
