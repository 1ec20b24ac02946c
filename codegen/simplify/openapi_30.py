"""Converts the schema dialect of OpenAPI 3.0, and its ``nullable`` anywhere, to JSON Schema 2020-12."""

from __future__ import annotations

from msgspec.structs import replace

from codegen.document.node import Json, Node
from codegen.simplify.canonical import NULL, annotations_of, assertions_of, is_any
from codegen.standard.objects import version_of
from codegen.standard.positions import Document, rewrite_schemas
from codegen.standard.schemas import rewrite_subschemas

_OLDER = frozenset({"nullable", "exclusiveMinimum", "exclusiveMaximum", "oneOf", "anyOf"})
"""The keywords of a schema that may have to be written in another way."""


def write_as_31(document: Document) -> Document:
    """Convert a 3.0 document to an equivalent 3.1 document, and ``nullable`` in any document to null.

    What differs in schemas (3.0.4, 4.7.24): ``nullable``, boolean ``exclusiveMinimum`` and
    ``exclusiveMaximum``, and constraints beside ``$ref``, which mean nothing in 3.0. By the letter,
    ``nullable`` counts beside a ``type`` in 3.0 only; authors mean it wherever they write it.
    """
    if version_of(document.root) != "3.0":
        if document.lacks(("nullable",)):
            return document
        return rewrite_schemas(document, lambda schema, _: _with_null(schema))
    modern = rewrite_schemas(document, lambda schema, _: _modern(schema))
    return replace(modern, root=modern.root.with_items(openapi="3.1.0"))


def _with_null(schema: Node) -> Node:
    return _nullable(rewrite_subschemas(_with_null_members(schema), _with_null))


def _modern(schema: Node) -> Node:
    if "$ref" in schema:
        if len(schema) == 1:
            return schema
        kept = {key: schema[key] for key in ("$ref", "nullable") if key in schema}
        return _nullable(annotations_of(schema).with_items(**kept))
    if _OLDER.isdisjoint(schema):
        return rewrite_subschemas(schema, _modern)
    return _nullable(_with_numeric_bounds(rewrite_subschemas(_with_null_members(schema), _modern)))


def _nullable(schema: Node) -> Node:
    """The schema with null in place of ``nullable``."""
    nullable = schema.get("nullable") is True
    schema = schema.without("nullable")
    if not nullable or is_any(schema):
        return schema
    if "type" in schema:
        types = schema.values_of("type") or [schema["type"]]
        return schema if NULL in types else schema.with_items(type=[*types, NULL])
    null = Node({"type": NULL}, pointer=schema.pointer)
    return annotations_of(schema).with_items(anyOf=[assertions_of(schema), null])


def _with_numeric_bounds(schema: Node) -> Node:
    for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if schema.get(exclusive) is True and bound in schema:
            schema = schema.without(bound).with_items(**{exclusive: schema[bound]})
        elif exclusive in schema:
            schema = schema.without(exclusive)
    return schema


def _with_null_members(schema: Node) -> Node:
    """Read members of unions that are only ``nullable`` as null, as 3.0 authors mean them."""
    changes: dict[str, Json] = {}
    for keyword in ("oneOf", "anyOf"):
        members = schema.mappings(keyword) if keyword in schema else ()
        if any(_is_null(member) for member in members):
            changes[keyword] = [
                Node({"type": NULL}, pointer=one.pointer) if _is_null(one) else one for one in members
            ]
    return schema.with_items(**changes) if changes else schema


def _is_null(member: Node) -> bool:
    return member == {"nullable": True}
