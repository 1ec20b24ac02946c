"""A document in two versions, and the report of what changed between them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from codegen.drift.changes.comparison import Version, comparison
from codegen.drift.changes.report import Entry, Report
from codegen.pipeline import understand
from codegen.processes import deep_recursion

Document = dict[str, Any]


def document() -> Document:
    """A small API with everything that the tests edit."""
    pet = {
        "type": "object",
        "required": ["id", "name"],
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "name": {"type": "string", "maxLength": 20},
            "age": {"type": "integer"},
            "kind": {"type": "string", "enum": ["cat", "dog"]},
            "tags": {"type": "array", "items": {"type": "string"}},
            "born": {"type": "string", "format": "date"},
            "secret": {"type": "string", "writeOnly": True},
        },
    }
    ok = {"description": "The pet.", "content": {"application/json": {"schema": _reference("Pet")}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Zoo", "version": "1.2.3"},
        "servers": [{"url": "https://zoo.example"}],
        "security": [{"key": []}],
        "paths": {
            "/pets": {
                "get": {
                    "operationId": "listPets",
                    "tags": ["pets"],
                    "parameters": [
                        {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}},
                        {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
                    ],
                    "responses": {
                        "200": {
                            "description": "All pets.",
                            "headers": {"X-Total": {"required": True, "schema": {"type": "integer"}}},
                            "content": {
                                "application/json": {"schema": {"type": "array", "items": _reference("Pet")}}
                            },
                        },
                        "404": {"description": "None."},
                    },
                },
                "post": {
                    "operationId": "createPet",
                    "tags": ["pets"],
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": _reference("Pet")}},
                    },
                    "responses": {"201": ok},
                },
            },
            "/pets/{id}": {
                "get": {
                    "operationId": "getPet",
                    "tags": ["pets"],
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                    ],
                    "responses": {"200": ok},
                },
            },
        },
        "components": {
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
            "schemas": {"Pet": pet},
        },
    }


def _reference(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}


Edit = Callable[[Document], object]


def edited(edit: Edit) -> Document:
    """The document after an edit."""
    changed = copy.deepcopy(document())
    edit(changed)
    return changed


def version(folder: Path, name: str, content: Document) -> Version:
    """One version of the API, read from a file."""
    path = folder / f"{name}.json"
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    with deep_recursion():
        return Version.of(understand(path), {str(folder): ""})


def report(folder: Path, old: Document, new: Document) -> Report:
    """What changed."""
    return comparison(version(folder, "old", old), version(folder, "new", new)).report


def entry(found: Report, rule: str) -> Entry:
    """The first entry with a rule."""
    return next(one for one in found.entries if rule in one.rules)
