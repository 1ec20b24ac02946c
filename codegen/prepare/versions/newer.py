"""Writes what only OpenAPI 3.2 has by what 3.1 has too, where the two say the same."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.document.node import Json, Node, mappings_in
from codegen.document.pointers import tokens, value_at
from codegen.standard.objects import version_of, walk


def as_31(root: Node) -> Node:
    """The document with its novelties in the terms of 3.1.

    - ``itemSchema`` is the schema of each item of a content that is an array (OpenAPI 3.2.0, 4.14.1).
    - ``dataValue`` of an example is its ``value`` (4.19).
    - The ``summary`` of a response without a description is its description (4.17).
    - A reference to a shared media type is written out in a parameter and a header, which have one schema.
    """
    changed = {
        id(node): new for kind, node in _visited(root) if (new := _written(root, kind, node)) is not node
    }
    return _rewritten(root, changed) if changed else root


def _visited(root: Node) -> list[tuple[str, Node]]:
    """The objects of the document, if one has a key of 3.2."""
    if not any(not _KEYS.isdisjoint(node) for node in mappings_in(root)):
        return []
    return [*walk(root, version_of(root))]


_KEYS = frozenset({"itemSchema", "dataValue", "summary", "mediaTypes"})


def _written(root: Node, kind: str, node: Node) -> Node:
    match kind:
        case "parameter" | "header" if "content" in node:
            return node.with_entries("content", lambda media: _whole(root, media))
        case "mediaType" if "itemSchema" in node:
            return _with_array(node)
        case "example" if "dataValue" in node and "value" not in node:
            return node.without("dataValue", "serializedValue").with_items(value=node["dataValue"])
        case "response" if "summary" in node and not node.text("description"):
            return node.with_items(description=node["summary"])
        case _:
            return node


def _whole(root: Node, media: Node) -> Node:
    """What a reference to a media type stands for; the reference itself if it leads nowhere."""
    part, passed = media, [media]
    while isinstance(part.get("$ref"), str):
        found = value_at(root, tokens(part.text("$ref")))
        if not isinstance(found, Node) or any(found is one for one in passed):
            return media
        part = found
        passed.append(part)
    return part.standing_for(*(one.pointer for one in passed[:-1]))


def _with_array(media: Node) -> Node:
    """The media type with the schema of its content as a whole; ``itemSchema`` stays, as its mark."""
    place = (*media.pointer, "schema")
    array: Json = Node({"type": "array", "items": media["itemSchema"]}, pointer=place)
    if "schema" in media:
        array = Node({"allOf": [media["schema"], array]}, pointer=place)
    return media.with_items(schema=array)


def _rewritten(node: Node, changed: Mapping[int, Node]) -> Node:
    node = changed.get(id(node), node)
    return node.with_items(
        **{key: _within(value, changed) for key, value in node.items() if isinstance(value, (Node, list))}
    )


def _within(value: Json, changed: Mapping[int, Node]) -> Json:
    if isinstance(value, Node):
        return _rewritten(value, changed)
    if isinstance(value, list) and any(isinstance(one, (Node, list)) for one in value):
        return [_within(one, changed) for one in value]
    return value
