"""Reserved names: nothing of the document replaces a name that the generated code around it uses."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Any

import pytest

from codegen.document.node import Node, placed
from codegen.document.problems import Refused
from codegen.pipeline import package


def made(
    *,
    tag: str = "carts",
    operations: Sequence[str] = ("find",),
    schemas: dict[str, Any] | None = None,
    schemes: dict[str, Any] | None = None,
) -> dict[str, str]:
    """The files of an API with operations under a tag, which respond with each of the schemas."""
    schemas = schemas or {"Cart": {"type": "object", "properties": {"id": {"type": "string"}}}}
    responses = {
        str(200 + number): {
            "description": "",
            "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}},
        }
        for number, name in enumerate(schemas)
    }
    paths = {
        f"/carts/{operation}": {
            "get": {
                "operationId": operation,
                "tags": [tag],
                "deprecated": True,
                "responses": responses,
                "security": [{name: []} for name in schemes or {}],
            }
        }
        for operation in operations
    }
    root = placed(
        {
            "openapi": "3.1.0",
            "info": {"title": "Shop", "version": "1"},
            "paths": paths,
            "components": {"schemas": schemas, "securitySchemes": schemes or {}},
        }
    )
    assert isinstance(root, Node)
    return package(root).files


def classes(module: str) -> list[str]:
    return [part.name for part in ast.parse(module).body if isinstance(part, ast.ClassDef)]


OBJECT = {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
OPEN = {**OBJECT, "additionalProperties": {"type": "string"}}
TWO_KEYS = {
    name: {"type": "apiKey", "in": "header", "name": name} for name in ("X-First-Key", "X-Second-Key")
}


@pytest.mark.parametrize("name", ["OpenObject", "Struct", "Any", "OpenEnum"])
def test_a_model_is_not_named_like_what_its_module_imports(name: str) -> None:
    models = made(schemas={name: OPEN})["shop/models.py"]
    assert classes(models) == [f"{name}_"]
    assert f"class {name}_(OpenObject):" in models


@pytest.mark.parametrize("tag", ["Unpack", "Client options", "Source"])
def test_a_resource_is_not_named_like_what_the_client_s_module_imports(tag: str) -> None:
    files = made(tag=tag, schemes=TWO_KEYS)
    class_ = f"{tag.title().replace(' ', '')}Resource"
    module = files[f"shop/resources/{tag.lower().replace(' ', '_')}.py"]
    assert classes(module) == [class_, f"Async{class_}"]


@pytest.mark.parametrize(
    "tag", ["base_url", "with_options", "with_raw_response", "send", "close", "cached_property"]
)
def test_a_resource_does_not_hide_an_attribute_of_the_client_or_what_its_module_uses(tag: str) -> None:
    assert f"    def {tag}_(self)" in made(tag=tag)["shop/_client.py"]


@pytest.mark.parametrize("operation", ["models", "deprecated"])
def test_a_method_does_not_hide_what_annotations_and_decorators_use(operation: str) -> None:
    module = made(operations=(operation, "find"))["shop/resources/carts.py"]
    assert f"    def {operation}(self) -> models" in module
    assert f" import {operation} as {operation}_" in module


@pytest.mark.parametrize("override", ["class", "1st", "timeout", "self"])
def test_the_name_of_the_only_key_is_checked_as_those_of_several_are(override: str) -> None:
    key = {"type": "apiKey", "in": "header", "name": "X-Key", "x-python-name": override}
    with pytest.raises(Refused) as refused:
        made(schemes={"key": key})
    assert [problem.rule for problem in refused.value.problems] == ["python-name"]


def test_the_only_key_is_api_key_unless_its_author_names_it() -> None:
    key = {"type": "apiKey", "in": "header", "name": "X-Key"}
    assert "api_key: Source | None" in made(schemes={"key": key})["shop/_client.py"]
    named = {**key, "x-python-name": "secret"}
    assert "secret: Source | None" in made(schemes={"key": named})["shop/_client.py"]
