"""Synthetic OpenAPI documents of any size: an API of resources with five methods each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

METHODS = 5
"""The operations of a resource, which has four schemas."""


def write_document(operations: int, folder: Path) -> Path:
    """Write a document with this many operations, rounded up to whole resources."""
    path = folder / f"{operations}-operations.json"
    path.write_text(json.dumps(document(-(-operations // METHODS))), encoding="utf-8")
    return path


def document(resources: int) -> Json:
    """A document with this many resources."""
    paths: Json = {}
    schemas: Json = {"Problem": _object({"code": _TEXT, "message": _TEXT}, required=["code"])}
    for number in range(resources):
        name = f"{_NAMES[number % len(_NAMES)]}{_word(number // len(_NAMES))}"
        paths |= _paths(name)
        schemas |= _schemas(name, owner=f"{_NAMES[0]}{_word(0)}")
    return {
        "openapi": "3.1.0",
        "info": {"title": "Measured", "version": "1.0.0"},
        "servers": [{"url": "https://api.example.com"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas,
        },
    }


_NAMES = ("Account", "Bucket", "Cluster", "Domain", "Event", "Firewall", "Gateway", "Host", "Image", "Job")
_TEXT: Json = {"type": "string"}


def _word(number: int) -> str:
    """A number in letters, with an initial capital. Names ending in digits would look numbered."""
    letters = ""
    while number >= 0:
        letters = chr(ord("a") + number % 26) + letters
        number = number // 26 - 1
    return letters.capitalize()


def _paths(name: str) -> Json:
    slug = name.lower()
    identity = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
    pages = [
        {"name": "cursor", "in": "query", "schema": _TEXT},
        {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100}},
    ]
    return {
        f"/{slug}": {
            "get": _operation("list", name, answer=f"{name}Page", parameters=pages),
            "post": _operation("create", name, answer=name, sends=f"New{name}"),
        },
        f"/{slug}/{{id}}": {
            "get": _operation("get", name, answer=name, parameters=[identity]),
            "put": _operation("update", name, answer=name, sends=f"New{name}", parameters=[identity]),
            "delete": _operation("delete", name, parameters=[identity]),
        },
    }


def _operation(
    verb: str, name: str, *, answer: str = "", sends: str = "", parameters: list[Json] | None = None
) -> Json:
    operation: Json = {
        "operationId": f"{verb}{name}",
        "tags": [name],
        "summary": f"What it takes to {verb} one of them.",
        "parameters": parameters or [],
        "responses": {"404": {"description": "There is none.", "content": _content("Problem")}},
    }
    if answer:
        operation["responses"]["200"] = {"description": "Done.", "content": _content(answer)}
    else:
        operation["responses"]["204"] = {"description": "Done."}
    if sends:
        operation["requestBody"] = {"required": True, "content": _content(sends)}
    return operation


def _schemas(name: str, owner: str) -> Json:
    given: Json = {
        "name": {"type": "string", "description": "What people call it."},
        "size": {"type": "integer"},
        "ratio": {"type": "number"},
        "enabled": {"type": "boolean"},
        "state": {"$ref": f"#/components/schemas/{name}State"},
        "labels": {"type": "object", "additionalProperties": _TEXT},
        "notes": {"type": ["string", "null"]},
    }
    kept: Json = {
        "id": {"type": "string", "format": "uuid"},
        "created_at": {"type": "string", "format": "date-time"},
        "owner": {"$ref": f"#/components/schemas/{owner}"},
    }
    items = {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}
    return {
        name: _object({**kept, **given}, required=["id", "name"]),
        f"New{name}": _object(given, required=["name"]),
        f"{name}Page": _object({"items": items, "next_cursor": {"type": ["string", "null"]}}, ["items"]),
        f"{name}State": {"type": "string", "enum": ["creating", "ready", "failed"]},
    }


def _object(properties: Json, required: list[str]) -> Json:
    return {"type": "object", "properties": properties, "required": required}


def _content(name: str) -> Json:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
