"""Adds properties that a discriminator names but no schema describes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from itertools import chain

from codegen.document.node import Json, Node, Pointer, mappings_in
from codegen.standard.positions import Document, Position, rewrite_schemas
from codegen.standard.schemas import component, rewrite_subschemas, unless_same


def describe_discriminators(document: Document) -> Document:
    """Add the property of a discriminator to objects that do not describe it.

    OpenAPI 3.1.1, 4.8.25: the property has to be defined. Where that was forgotten, it is in the data all the
    same: it can be sent and read, whatever its value. An object that is closed stays as it is.
    """
    if document.lacks(("discriminator",)):
        return document
    schemas = document.schemas
    of_components: dict[str, dict[str, Pointer]] = defaultdict(dict)
    is_whole = True
    for part in chain.from_iterable(map(mappings_in, (document.root, *document.received.values()))):
        if "discriminator" not in part:
            continue
        discriminating = _discriminating(part)
        names, inline = _members(part, schemas)
        for name in names:
            of_components[name] |= discriminating
        objects = [*inline, *(schemas.mapping(name) for name in names)]
        is_whole = is_whole and all(_with_keys(one, discriminating) is one for one in objects)
    if is_whole:
        return document

    def change(schema: Node) -> Node:
        schema = rewrite_subschemas(schema, change)
        return _in_members(schema, _discriminating(schema)) if "discriminator" in schema else schema

    def start(schema: Node, position: Position) -> Node:
        return _in_members(change(schema), of_components.get(position.component or "", {}))

    return rewrite_schemas(document, start)


def _discriminating(schema: Node) -> dict[str, Pointer]:
    """The property that identifies the type of a value, and its pointer."""
    discriminator = schema.mapping("discriminator")
    key = discriminator.text("propertyName")
    return {key: (*discriminator.pointer, "propertyName")} if key else {}


def _members(schema: Node, schemas: Node) -> tuple[Collection[str], list[Node]]:
    """The components that a value may be, and the schemas that are written in place: itself, if no union."""
    names: dict[str, None] = {}
    inline: list[Node] = []
    pending = [schema]
    while pending:
        part = pending.pop()
        name = component(part)
        if name is not None:
            if name not in names:
                names[name] = None
                pending.append(schemas.mapping(name))
        elif "anyOf" in part:
            pending += part.mappings("anyOf")
        else:
            inline.append(part)
    return names, inline


def _in_members(schema: Node, keys: dict[str, Pointer]) -> Node:
    """The schema with the keys, or each member that is written in it; what it refers to is changed apart."""
    if not keys or "anyOf" not in schema:
        return _with_keys(schema, keys)
    members = schema.mappings("anyOf")
    return schema.with_items(anyOf=unless_same([*members], [_in_members(member, keys) for member in members]))


def _with_keys(schema: Node, keys: dict[str, Pointer]) -> Node:
    properties = schema.mapping("properties")
    if not properties or schema.get("additionalProperties") is False:
        return schema
    added: dict[str, Json] = {
        key: Node(pointer=place) for key, place in keys.items() if key not in properties
    }
    return schema.with_items(properties=properties.with_items(**added)) if added else schema
