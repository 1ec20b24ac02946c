"""Removes declared headers that callers must not set."""

from __future__ import annotations

from codegen.document.node import Json, Node
from codegen.standard.headers import RESERVED_HEADERS
from codegen.standard.positions import Document, rewrite_operations


def ignore_reserved_headers(document: Document) -> Document:
    """Remove headers that media types, security or the body determine.

    A header parameter called Accept, Content-Type or Authorization (OpenAPI 3.1.1, 4.8.12.1) and a response
    header called Content-Type (4.8.17.1) shall be ignored. So are those that say where a request ends: the
    client knows, and sends them with each. Operations have their parameters themselves.
    """
    return rewrite_operations(document, _operation)


def _operation(operation: Node) -> Node:
    if "parameters" in operation:
        declared = operation.mappings("parameters")
        kept: list[Json] = [one for one in declared if not _is_ignored(one)]
        operation = operation if len(kept) == len(declared) else operation.with_items(parameters=kept)
    return operation.with_entries("responses", _response)


def _response(response: Node) -> Node:
    ignored = {name for name in response.mapping("headers") if name.lower() == "content-type"}
    if not ignored:
        return response
    return response.with_items(headers=response.mapping("headers").without(*ignored))


def _is_ignored(parameter: Node) -> bool:
    return parameter.get("in") == "header" and parameter.text("name").lower() in RESERVED_HEADERS
