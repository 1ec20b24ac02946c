"""Documents with one operation that may return pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from codegen.model.operations import Pagination
from codegen.pipeline import understand

STRING: dict[str, Any] = {"type": "string"}
INTEGER: dict[str, Any] = {"type": "integer"}
BOOLEAN: dict[str, Any] = {"type": "boolean"}
ITEM = {"type": "object", "required": ["id"], "properties": {"id": STRING, "name": STRING}}
ITEMS = {"type": "array", "items": ITEM}
TEXTS = {"type": "array", "items": STRING}
LIMIT = {"limit": INTEGER}
PAGE = {"items": ITEMS, "next_cursor": STRING}
NUMBER = {"type": "integer", "default": 1}


def document(
    query: dict[str, Any],
    body: Any,
    *,
    path: str = "/things",
    method: str = "get",
    headers: Any = None,
    sent: Any = None,
    **more: Any,
) -> dict[str, Any]:
    """A document with one operation. A property in the body stands for an object with it."""
    schema = (
        body if "type" in body and isinstance(body["type"], str) else {"type": "object", "properties": body}
    )
    parameters = [
        {"name": name, "in": "query", "schema": schema}
        | ({"description": schema["description"]} if "description" in schema else {})
        for name, schema in query.items()
    ]
    success = {"description": "", "content": {"application/json": {"schema": schema}}}
    operation: dict[str, Any] = {
        "operationId": "listThings",
        "parameters": parameters,
        "responses": {"200": success | ({"headers": headers} if headers else {})},
        **more,
    }
    if sent is not None:
        content = {"application/json": {"schema": {"type": "object", "properties": sent}}}
        operation["requestBody"] = {"content": content}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "servers": [{"url": "https://example.com"}],
        "paths": {path: {method: operation}},
    }


def pagination(folder: Path, spec: dict[str, Any]) -> Pagination | None:
    """The pagination of the operation of a document."""
    file = folder / "openapi.yaml"
    file.write_text(yaml.safe_dump(spec, sort_keys=False), encoding="utf-8")
    (operation,) = understand(file).api.operations
    return operation.pagination


def said(schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {**schema, "description": description}


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}
