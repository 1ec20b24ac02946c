"""Properties that a discriminator names and no schema describes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from codegen.document import Json, Node, Pointer
from codegen.simplify.positions import (
    Use,
    component,
    mappings_in,
    rewrite_schemas,
    rewrite_subschemas,
    unless_same,
)


def describe_discriminators(root: Node) -> Node:
    """Give an object the property by which it is told from others, where it is described nowhere.

    OpenAPI 3.1.1, 4.8.25: the property has to be defined. Where that was forgotten, it is in the data all the
    same, and it is a text, as names are. An object that is closed stays as it is.
    """
    schemas = root.mapping("components").mapping("schemas")
    of_components: dict[str, dict[str, Pointer]] = defaultdict(dict)
    is_whole = True
    for part in mappings_in(root):
        if "discriminator" not in part:
            continue
        told_by = _told_by(part)
        is_whole = is_whole and _with_own(part) is part
        for member in part.mappings("anyOf"):
            if (name := _meant(member, schemas)) is not None:
                of_components[name] |= told_by
                is_whole = is_whole and _with_texts(schemas.mapping(name), told_by) is schemas[name]
    if is_whole:
        return root

    def change(schema: Node) -> Node:
        schema = rewrite_subschemas(schema, change)
        return _with_own(schema) if "discriminator" in schema else schema

    def start(schema: Node, use: Use) -> Node:
        return _with_texts(change(schema), of_components.get(use.component or "", {}))

    return rewrite_schemas(root, start)


def _with_own(schema: Node) -> Node:
    """The schema with the property that its discriminator names; if it is a union, its members have it."""
    told_by = _told_by(schema)
    if "anyOf" not in schema:
        return _with_texts(schema, told_by)
    members = schema.mappings("anyOf")
    changed: list[Json] = [_with_texts(member, told_by) for member in members]
    return schema.with_items(anyOf=unless_same([*members], changed))


def _told_by(schema: Node) -> dict[str, Pointer]:
    """The property that tells what a value is, and where that is said."""
    discriminator = schema.mapping("discriminator")
    key = discriminator.text("propertyName")
    return {key: (*discriminator.pointer, "propertyName")} if key else {}


def _meant(schema: Node, schemas: Node) -> str | None:
    """The component that a reference leads to."""
    name = component(schema)
    while name is not None and (following := component(schemas.mapping(name))) is not None:
        name = following
    return name


def _with_texts(schema: Node, keys: Mapping[str, Pointer]) -> Node:
    properties = schema.mapping("properties")
    if not properties or schema.get("additionalProperties") is False:
        return schema
    added: dict[str, Json] = {
        key: Node({"type": "string"}, pointer=place) for key, place in keys.items() if key not in properties
    }
    return schema.with_items(properties=properties.with_items(**added)) if added else schema
