"""Removes extensions among the paths of a document and the responses of an operation."""

from __future__ import annotations

from msgspec.structs import replace

from codegen.document.node import Node
from codegen.standard.http_methods import with_operations
from codegen.standard.positions import Document, rewrite_path_items


def ignore_map_extensions(document: Document) -> Document:
    """Remove the ``x-`` keys of Paths Objects and Responses Objects (OpenAPI 3.1.1, 4.8.8, 4.8.16 and 4.9).

    The keys beside them are paths and statuses. An extension is neither, whatever its value looks like.
    """
    root = document.root
    if "paths" in root:
        root = root.with_items(paths=_without_extensions(root.mapping("paths")))
    components = root.mapping("components")
    if "pathItems" in components:
        root = root.with_items(components=components.with_entries("pathItems", _path_item))
    return rewrite_path_items(replace(document, root=root), _path_item)


def _path_item(item: Node) -> Node:
    return with_operations(item, lambda _, operation: _operation(operation))


def _operation(operation: Node) -> Node:
    if "responses" not in operation:
        return operation
    return operation.with_items(responses=_without_extensions(operation.mapping("responses")))


def _without_extensions(members: Node) -> Node:
    return members.without(*(key for key in members if key.startswith("x-")))
