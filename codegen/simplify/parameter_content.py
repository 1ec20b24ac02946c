"""Converts ``content`` of parameters and headers to a style."""

from __future__ import annotations

from codegen.document.node import Node
from codegen.standard.media_types import spelled
from codegen.standard.positions import Document, rewrite_operations


def write_content_as_style(document: Document) -> Document:
    """Give parameters and headers with ``content`` a style, like all others.

    OpenAPI 3.1.1, 4.8.12.4: ``content`` has exactly one media type, which is taken for the style. Operations
    have their parameters and responses themselves.
    """
    return rewrite_operations(document, _operation)


def _operation(operation: Node) -> Node:
    return operation.with_mappings("parameters", _value).with_entries("responses", _response)


def _response(response: Node) -> Node:
    return response.with_entries("headers", _value)


def _value(owner: Node) -> Node:
    content = owner.entries("content")
    if not content:
        return owner
    media_type, media = content[0]
    said = {key: media[key] for key in ("example", "examples", "encoding") if key in media}
    written = owner.without("content").with_items(style=spelled(media_type), **said)
    return written.standing_for(*media.origins)
