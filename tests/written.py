"""Simplified documents written as OpenAPI again, for goldens and tests that say what comes out."""

from __future__ import annotations

from typing import Any

from codegen.document.node import Json, Node
from codegen.model.schemas import (
    Array,
    Enumeration,
    Map,
    NamedUnion,
    Object,
    Primitive,
    Reference,
    Schema,
    Simplified,
    Union,
)
from codegen.standard.schemas import reference_to


def written(schema: Schema) -> Node:
    """The schema as JSON Schema, with its places."""
    items: dict[str, Json] = {**_structure(schema), **schema.constraints, **schema.notes}
    place, *also = schema.origins or ((),)
    return Node(items, pointer=place, also=tuple(also))


def _structure(schema: Schema) -> dict[str, Any]:
    match schema:
        case Reference(key):
            return {"$ref": reference_to(key)}
        case Primitive(type_):
            return {"type": type_}
        case Array(items):
            return {"type": "array", "items": written(items)}
        case Map(values):
            said = {"additionalProperties": written(values)} if values.origins else {}
            return {"type": "object", **said}
        case Union(members, nullable):
            null = [Node({"type": "null"}, pointer=schema.pointer)] if nullable else []
            return {"anyOf": [*map(written, members), *null]}
        case NamedUnion(members):
            return {"oneOf": [*map(written, members)]}
        case Enumeration(type_, values):
            return {"type": type_, "enum": [*values]}
        case Object():
            return {"type": "object", **_of_object(schema)}
        case _:
            return {}


def _of_object(schema: Object) -> dict[str, Json]:
    found: dict[str, Json] = {}
    if schema.properties:
        named: dict[str, Json] = {name: written(one) for name, one in schema.properties.items()}
        found["properties"] = Node(named, pointer=(*schema.pointer, "properties"))
    if schema.required:
        found["required"] = [*schema.required]
    if schema.closed:
        found["additionalProperties"] = False
    elif schema.further is not None:
        found["additionalProperties"] = written(schema.further)
    return found


def whole(simplified: Simplified) -> Node:
    """The document with its schemas where they were, but for what is received."""
    root = _with_schemas(simplified.document.root, simplified)
    if not simplified.components:
        return root
    schemas = Node({key: written(one) for key, one in simplified.components.items()})
    return root.with_items(components=root.mapping("components").with_items(schemas=schemas))


def _with_schemas(part: Node, simplified: Simplified) -> Node:
    items: dict[str, Json] = {key: _entered(value, simplified) for key, value in part.items()}
    content = simplified.contents.get(part.pointer)
    made = Node(items, pointer=part.pointer, also=part.also)
    if content is None:
        return made
    schema = written(content.schema)
    if "content" not in part:
        return made.with_items(schema=schema)
    ((media_type, media),) = made.entries("content")
    return made.with_items(content=Node({media_type: media.with_items(schema=schema)}))


def _entered(value: Json, simplified: Simplified) -> Json:
    if isinstance(value, Node):
        return _with_schemas(value, simplified)
    return [_entered(item, simplified) for item in value] if isinstance(value, list) else value
