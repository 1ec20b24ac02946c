"""Describes properties that are required and described nowhere."""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.standard.positions import Document, rewrite_schemas
from codegen.standard.schemas import rewrite_subschemas


def describe_required(document: Document) -> Document:
    """Give an object each property that it requires and does not describe; it may have any value.

    JSON Schema 2020-12 validation, 6.5.3: ``required`` may name any property. Nearly always it is a slip, the
    name of a property that has been renamed, and no answer has it: so the property can be sent and read, and
    is not insisted on. What ``additionalProperties`` says, or a discriminator, holds for it.
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
