"""Schemas of Swagger 2.0, and the parts of parameters and headers that say the same as one."""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.standard.extensions import EXTENSIONS
from codegen.standard.schemas import rewrite_subschemas
from codegen.standard.swagger import LIMITS

_OF_VALUES = frozenset({"type", "format", "items", "default", *LIMITS})
_OF_SCHEMAS = frozenset(
    name for name, kinds in EXTENSIONS.items() if "schema" in kinds and "parameter" not in kinds
)


def as_30_schema(schema: Node) -> Node:
    """The schema in the dialect of OpenAPI 3.0.

    ``x-nullable`` is what many authors write for ``nullable``; ``discriminator`` is the name of a property; a
    value of the type ``file`` is binary; a list under ``items`` has a schema for each position.
    """
    changes: dict[str, Json] = {}
    if isinstance(schema.get("discriminator"), str):
        place = (*schema.pointer, "discriminator")
        changes["discriminator"] = Node({"propertyName": schema["discriminator"]}, pointer=place)
    if schema.get("type") == "file":
        changes |= {"type": "string", "format": "binary"}
    if isinstance(schema.get("items"), list):
        changes["prefixItems"] = schema["items"]
        schema = schema.without("items")
    if isinstance(nullable := schema.get("x-nullable"), bool):
        schema = schema.without("x-nullable")
        if nullable and "$ref" in schema:  # beside which other keys mean nothing
            reference = Node({"$ref": schema["$ref"]}, pointer=schema.pointer)
            schema = schema.without("$ref").with_items(allOf=[reference])
        changes["nullable"] = nullable
    return rewrite_subschemas(schema.with_items(**changes), as_30_schema)


def value_schema(owner: Node) -> Node:
    """The schema of a parameter, a header or an item that is not in a body, at the place of its owner."""
    if isinstance(schema := owner.get("schema"), Node):  # as OpenAPI 3.0 has it
        return as_30_schema(schema)
    said = {key: value for key, value in owner.items() if key in _OF_VALUES | _OF_SCHEMAS}
    said |= {key: owner[key] for key in ("x-nullable", "$ref") if key in owner}
    return as_30_schema(Node(said, pointer=owner.pointer))


def is_about_the_value(key: str) -> bool:
    """Whether a key of a parameter belongs to its schema."""
    return key in _OF_VALUES or key in _OF_SCHEMAS or key == "x-nullable"
