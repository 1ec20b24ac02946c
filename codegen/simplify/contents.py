"""Parameters and headers with ``content``."""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.standard.media_types import spelled
from codegen.standard.positions import Document, rewrite_operations


def write_content_as_style(document: Document) -> Document:
    """Let a parameter or a header whose value is a document have a style, as the others have.

    OpenAPI 3.1.1, 4.8.12.4: ``content`` has exactly one media type, which is taken for the style. Operations
    have their parameters and responses themselves.
    """
    return rewrite_operations(document, _operation)


def _operation(operation: Node) -> Node:
    changes: dict[str, Json] = {}
    if "parameters" in operation:
        changes["parameters"] = [_value(one) for one in operation.mappings("parameters")]
    if "responses" in operation:
        responses = {status: _response(one) for status, one in operation.entries("responses")}
        changes["responses"] = operation.mapping("responses").with_items(**responses)
    return operation.with_items(**changes)


def _response(response: Node) -> Node:
    if "headers" not in response:
        return response
    headers = {name: _value(header) for name, header in response.entries("headers")}
    return response.with_items(headers=response.mapping("headers").with_items(**headers))


def _value(owner: Node) -> Node:
    content = owner.entries("content")
    if not content:
        return owner
    media_type, media = content[0]
    said = {key: media[key] for key in ("example", "examples", "encoding") if key in media}
    written = owner.without("content").with_items(style=spelled(media_type), **said)
    return written.standing_for(*media.origins)
