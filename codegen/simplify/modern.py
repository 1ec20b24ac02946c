"""Converts the schema dialect of OpenAPI 3.0 to that of 3.1, JSON Schema 2020-12."""

from __future__ import annotations

from dataclasses import replace

from codegen.document.node import Json, Node, mappings_in
from codegen.simplify.canonical import NULL, annotations_of, assertions_of, is_any
from codegen.standard.objects import version_of
from codegen.standard.positions import Document, rewrite_schemas
from codegen.standard.schemas import rewrite_subschemas


def write_as_31(document: Document) -> Document:
    """Write a 3.0 document as the 3.1 document that says the same.

    What differs in schemas (3.0.4, 4.7.24): ``nullable``, boolean ``exclusiveMinimum`` and
    ``exclusiveMaximum``, and constraints beside ``$ref``, which mean nothing in 3.0. By the letter,
    ``nullable`` speaks only beside a ``type``; authors mean it wherever they write it, in 3.1 as well.
    """
    if version_of(document.root) != "3.0":
        found = any(part.get("nullable") is True for part in mappings_in(document.root))
        return rewrite_schemas(document, lambda schema, _: _nullable(schema)) if found else document
    modern = rewrite_schemas(document, lambda schema, _: _modern(schema))
    return replace(modern, root=modern.root.with_items(openapi="3.1.0"))


def _nullable(schema: Node) -> Node:
    """A schema of 3.1 with ``nullable`` as 3.1 writes it."""
    schema = rewrite_subschemas(schema, _nullable)
    if schema.get("nullable") is not True:
        return schema
    schema = schema.without("nullable")
    return schema if is_any(schema) else _or_null(schema)


def _modern(schema: Node) -> Node:
    if "$ref" in schema:
        return annotations_of(schema).without("nullable").with_items(**{"$ref": schema["$ref"]})
    schema = _with_numeric_bounds(rewrite_subschemas(_with_null_members(schema), _modern))
    nullable = schema.get("nullable") is True
    schema = schema.without("nullable")
    return schema if not nullable or is_any(schema) else _or_null(schema)


def _or_null(schema: Node) -> Node:
    types = schema.get("type")
    if isinstance(types, (str, list)):
        declared: list[Json] = [types] if isinstance(types, str) else types
        return schema.with_items(type=[*declared, *([] if NULL in declared else [NULL])])
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
    """A member of a union that is ``nullable`` and nothing else is how 3.0 authors write null."""
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
