"""Converts keys of OpenAPI 3.2 to equivalent ones of 3.1."""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.document.pointers import tokens, value_at
from codegen.standard.objects import rewrite, version_of


def as_31(root: Node) -> Node:
    """The document with equivalent keys of 3.1.

    - ``itemSchema`` is the schema of each item of a content that is an array (OpenAPI 3.2.0, 4.14.1).
    - ``dataValue`` of an example is its ``value`` (4.19).
    - The ``summary`` of a response without a description is its description (4.17).
    - A reference to a shared media type is written out in a parameter and a header, which have one schema.
    """
    return rewrite(root, version_of(root), lambda kind, node: _written(root, kind, node), HOLDING)


HOLDING = frozenset(
    {"openapi", "paths", "pathItem", "operation", "responses", "components", "callback", "requestBody"}
    | {"parameter", "header", "mediaType", "encoding", "example", "response"}
)
"""The kinds of objects that may have to change, and those that hold such objects."""


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
    """The target of a reference to a media type; the reference itself if it leads nowhere."""
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
    array: dict[str, Json] = {"type": "array", "items": media["itemSchema"]}
    if "schema" not in media:
        return media.with_items(schema=Node(array, pointer=(*media.pointer, "schema")))
    both = Node({**array, "allOf": [media["schema"]]}, pointer=(*media.pointer, "itemSchema"))
    return media.with_items(schema=both)
