"""Values in examples: of the argument's type, written as callers write them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.naming.names import name_client
from codegen.pipeline import understand
from codegen.views.snippets import snippets

STRING = {"type": "string"}


def example(tmp_path: Path, body: Any, schemas: Mapping[str, Any] | None = None, **media: Any) -> str:
    """The call of an operation with this schema of its body."""
    content = {"application/json": {"schema": body, **media}}
    operation = {
        "operationId": "addThing",
        "tags": ["things"],
        "requestBody": {"required": True, "content": content},
        "responses": {"204": {"description": "Added."}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1.0.0"},
        "servers": [{"url": "https://things.example.com"}],
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": {**(schemas or {})}},
    }
    file = tmp_path / "openapi.yaml"
    file.write_text(yaml.safe_dump(document, sort_keys=False))
    api = understand(file).api
    names = name_client(api)
    (resource,) = names.all_resources
    (method,) = resource.methods
    (found,) = snippets(resource, method, api, names)
    imports, _, call = found.code.partition("with Things() as client:\n")
    assert imports.endswith("from things import Things\n\n")
    return " ".join(call.split())


def object_of(required: list[str] | None = None, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required or [], "properties": properties}


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        (STRING, '"example"'),
        ({"type": "string", "format": "email"}, '"ada@example.com"'),
        ({"type": "string", "enum": ["up", "down"]}, '"up"'),
        ({"type": "string", "format": "date"}, "datetime.date(2026, 1, 31)"),
        (
            {"type": "string", "format": "date-time", "examples": ["2026-05-04T10:00:00+02:00"]},
            "datetime.datetime(2026, 5, 4, 8, tzinfo=datetime.UTC)",
        ),
        ({"type": "string", "pattern": "^[a-z]+$"}, '"example"'),
        ({"type": "string", "pattern": "^proj_[0-9]{4}$"}, '"proj_0000"'),
        ({"type": "string", "pattern": "^(?:eu|us)-[a-z]+-\\d$", "maxLength": 7}, '"eu-aa-0"'),
        ({"type": "string", "pattern": "^a+$", "minLength": 4}, '"aaaaa"'),
        ({"type": "string", "pattern": "[z-a]+"}, '"example"'),  # no pattern of ECMA-262
        ({"type": "string", "pattern": "\\\\ud800"}, '"example"'),
        ({"type": "integer", "minimum": 7}, "7"),
        ({"type": "integer", "exclusiveMinimum": 7}, "8"),
        ({"type": "integer", "maximum": 0}, "0"),
        ({"type": "integer", "minimum": 2, "multipleOf": 50}, "50"),
        ({"type": "number", "exclusiveMinimum": 0, "maximum": 1}, "1"),
        ({"type": "integer", "minimum": 5, "maximum": 1}, "1"),  # no number is
        ({"type": "array", "items": STRING}, '["example"]'),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, '{"key": 1}'),
        (object_of(["postal-code"], **{"postal-code": STRING, "note": STRING}), '{"postal-code": "example"}'),
        (object_of(note=STRING), '{"note": "example"}'),
    ],
)
def test_a_required_property(tmp_path: Path, schema: Any, written: str) -> None:
    found = example(tmp_path, object_of(["one"], one=schema))
    assert found == f"client.things.add(one={written})"


def test_the_example_of_the_body_decides(tmp_path: Path) -> None:
    schema = object_of(["name"], name=STRING, size={"type": "integer"}, note=STRING)
    shown = {"name": "A", "size": 7}
    assert example(tmp_path, schema, example=shown) == 'client.things.add(name="A", size=7)'


def test_an_example_of_another_type_does_not(tmp_path: Path) -> None:
    schema = object_of(["name", "id"], name=STRING, id={"type": "string", "format": "uuid"})
    shown = {"name": 7, "id": "not a UUID"}
    found = example(tmp_path, schema, example=shown)
    assert found == 'client.things.add(name="example", id="2f1c7a52-8d0e-4b6f-9a3c-5e7d1b204c68")'


def test_a_long_example_is_none(tmp_path: Path) -> None:
    schema = object_of(["name"], name=STRING)
    assert example(tmp_path, schema, example={"name": "x" * 5000}) == 'client.things.add(name="example")'


def test_a_long_example_of_a_property_is_none(tmp_path: Path) -> None:
    row = {"type": "array", "items": {"type": "integer"}}
    numbers = {"type": "array", "items": row, "example": [[*range(20)]] * 2000}
    schema = object_of(["numbers"], numbers=numbers)
    assert example(tmp_path, schema) == "client.things.add(numbers=[[1]])"


def test_read_only_properties_are_not_passed(tmp_path: Path) -> None:
    schema = object_of(["id", "name"], id={**STRING, "readOnly": True}, name=STRING)
    assert example(tmp_path, schema, example={"id": "a", "name": "A"}) == 'client.things.add(name="A")'


def test_the_discriminator_chooses_the_member(tmp_path: Path) -> None:
    schemas = {
        "Cat": object_of(["kind", "name"], kind={"const": "cat"}, name=STRING),
        "Dog": object_of(["kind", "age"], kind={"const": "dog"}, age={"type": "integer"}),
        "Pet": {
            "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"},
            },
        },
    }
    body = object_of(["pet"], pet={"$ref": "#/components/schemas/Pet"})
    shown = {"pet": {"kind": "dog", "age": 3}}
    assert (
        example(tmp_path, body, schemas, example=shown) == 'client.things.add(pet={"kind": "dog", "age": 3})'
    )
    assert example(tmp_path, body, schemas) == 'client.things.add(pet={"kind": "cat", "name": "example"})'


def test_text_of_the_document_is_a_literal(tmp_path: Path) -> None:
    text = 'x")\nimport os # \\ \'\u202e"""{}'
    found = example(tmp_path, object_of(["name"], name=STRING), example={"name": text})
    assert found == f"client.things.add(name={text!r})"
