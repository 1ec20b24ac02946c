"""The examples that the fake of a client serves: what the document has, and what is made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from codegen.pipeline import generate


def example(tmp_path: Path, *schemas: dict[str, Any]) -> Any:
    """The example of the first operation that returns an object of this schema."""
    paths = {
        f"/{number}": {
            "get": {
                "operationId": f"get{number}",
                "responses": {
                    "200": {"description": "It.", "content": {"application/json": {"schema": schema}}}
                },
            }
        }
        for number, schema in enumerate(schemas)
    }
    document = tmp_path / "openapi.yaml"
    document.write_text(
        yaml.safe_dump({"openapi": "3.1.0", "info": {"title": "Things", "version": "1"}, "paths": paths})
    )
    return json.loads(generate(document).files["things/testing/examples.json"])["get0"]["200"][1]


def test_the_outermost_object_has_all_properties_and_those_in_it_simple_ones(tmp_path: Path) -> None:
    inner = {
        "type": "object",
        "properties": {"a": {"type": "string"}, "more": {"type": "array", "items": {}}},
    }
    schema = {
        "type": "object",
        "properties": {"data": {"type": "array", "items": inner}, "next": {"type": "string"}, "one": inner},
    }
    assert example(tmp_path, schema) == {
        "data": [{"a": "example"}],
        "next": "example",
        "one": {"a": "example"},
    }


def test_one_of_several_examples_of_a_class_is_kept(tmp_path: Path) -> None:
    def thing(made: str) -> dict[str, Any]:
        created = {"type": "string", "description": "When it was made.", "example": made}
        thing = {"type": "object", "title": "Thing", "properties": {"created": created}}
        return {"type": "object", "properties": {"thing": thing}}

    found = example(tmp_path, thing("2026-01-01"), thing("2026-01-02"), thing("2026-01-03"))
    assert found == {"thing": {"created": "2026-01-01"}}
