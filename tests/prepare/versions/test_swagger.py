"""Swagger 2.0 written as OpenAPI 3.0: what each part becomes, and that none is lost on the way."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.check import check
from codegen.check.structure import well_structured
from codegen.check.survey import Survey
from codegen.describe import describe
from codegen.document.load import load
from codegen.document.node import Node, mappings_in, placed, plain
from codegen.document.problems import Refused
from codegen.pipeline import package
from codegen.prepare.versions import as_openapi
from codegen.simplify import simplify
from codegen.verify.ledger import reconcile
from tests.conftest import ROOT

DONE = {"204": {"description": "Done."}}
TEXT = {"type": "string"}


def written(operation: dict[str, Any] | None = None, **document: Any) -> Any:
    """The 3.0 document of a 2.0 document with one operation."""
    paths = {"/a": {"post": {"responses": DONE, **(operation or {})}}}
    root = placed({"swagger": "2.0", "info": {"title": "A", "version": "1"}, "paths": paths, **document})
    assert isinstance(root, Node)
    return as_openapi(root)


def of_operation(operation: dict[str, Any], **document: Any) -> Any:
    return written(operation, **document)["paths"]["/a"]["post"]


@pytest.mark.parametrize(
    ("document", "urls"),
    [
        ({}, []),
        ({"basePath": "/v1"}, ["/v1"]),
        ({"host": "a.example"}, ["https://a.example"]),
        ({"host": "a.example:8080", "basePath": "/"}, ["https://a.example:8080"]),
        (
            {"host": "a.example", "basePath": "/v1", "schemes": ["http", "https", "wss"]},
            ["https://a.example/v1", "http://a.example/v1"],
        ),
        ({"host": "a.example", "schemes": ["http"]}, ["http://a.example"]),
        ({"host": "a.example", "schemes": ["ws"]}, ["ws://a.example"]),
    ],
)
def test_servers(document: dict[str, Any], urls: list[str]) -> None:
    assert [server["url"] for server in written(**document).get("servers", [])] == urls


def test_an_operation_has_servers_of_its_own_schemes() -> None:
    servers = of_operation({"schemes": ["http"]}, host="a.example", schemes=["https"])["servers"]
    assert servers == [{"url": "http://a.example"}]


BODY = {"name": "b", "in": "body", "schema": TEXT}
FIELD = {"name": "f", "in": "formData", "type": "string"}
FILE = {"name": "g", "in": "formData", "type": "file"}


@pytest.mark.parametrize(
    ("parameters", "consumes", "media_types"),
    [
        ([BODY], [], ["application/json"]),
        ([BODY], ["application/xml", "application/json"], ["application/xml", "application/json"]),
        ([BODY], ["multipart/form-data", "application/json"], ["application/json"]),
        ([FIELD], [], ["application/x-www-form-urlencoded"]),
        ([FIELD], ["application/json"], ["application/x-www-form-urlencoded"]),
        ([FIELD], ["multipart/form-data"], ["multipart/form-data"]),
        ([FIELD, FILE], ["application/x-www-form-urlencoded"], ["multipart/form-data"]),
    ],
)
def test_the_media_types_of_bodies(parameters: Any, consumes: list[str], media_types: list[str]) -> None:
    for operation, document in (({"consumes": consumes}, {}), ({}, {"consumes": consumes})):
        found = of_operation({"parameters": parameters, **operation}, **document)["requestBody"]
        assert [*found["content"]] == media_types


@pytest.mark.parametrize(
    ("schema", "produces", "media_types"),
    [
        ({"type": "object"}, [], ["application/json"]),
        ({"type": "object"}, ["application/xml", "application/json"], ["application/json"]),
        ({"type": "object"}, ["application/xml"], ["application/xml"]),
        (TEXT, ["text/plain", "application/json"], ["text/plain", "application/json"]),
        ({"type": "file"}, [], ["application/octet-stream"]),
        ({"type": "file"}, ["image/png"], ["image/png"]),
        ({"type": "file"}, ["application/json", "image/png"], ["image/png"]),
        ({"type": "file"}, ["application/json"], ["*/*"]),
    ],
)
def test_the_media_types_of_responses(schema: Any, produces: list[str], media_types: list[str]) -> None:
    responses = {"200": {"description": "", "schema": schema}}
    found = of_operation({"responses": responses, "produces": produces})["responses"]["200"]
    assert [*found["content"]] == media_types


def test_a_response_without_schema_has_no_content_but_for_its_examples() -> None:
    responses = {
        "200": {"description": ""},
        "201": {"description": "", "examples": {"application/json": {"a": 1}}},
    }
    found = of_operation({"responses": responses})["responses"]
    assert "content" not in found["200"]
    assert found["201"]["content"] == {"application/json": {"example": {"a": 1}}}


def test_form_parameters_of_a_path_are_in_the_bodies_of_its_operations() -> None:
    item = {
        "parameters": [FIELD, {**FIELD, "name": "h"}],
        "post": {"responses": DONE, "parameters": [FILE, FIELD]},
    }
    root = written(paths={"/a": item})["paths"]["/a"]
    assert root["parameters"] == []
    schema = root["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]
    assert [*schema["properties"]] == ["h", "g", "f"]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ({"type": "basic"}, {"type": "http", "scheme": "basic"}),
        (
            {"type": "oauth2", "flow": "application", "tokenUrl": "/t", "scopes": {"a": "b"}},
            {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "/t", "scopes": {"a": "b"}}}},
        ),
        ({"type": "apiKey", "in": "query", "name": "k"}, {"type": "apiKey", "in": "query", "name": "k"}),
    ],
)
def test_security_definitions(scheme: Any, expected: Any) -> None:
    root = written(securityDefinitions={"s": scheme})
    assert root["components"]["securitySchemes"]["s"] == expected


def test_references_lead_to_what_became_of_their_targets() -> None:
    root = written(
        {
            "parameters": [{"$ref": "#/parameters/b"}, {"$ref": "#/parameters/q"}],
            "responses": {
                "200": {"$ref": "#/responses/r"},
                "400": {"description": "", "schema": {"$ref": "#/responses/r/schema"}},
            },
        },
        parameters={"b": BODY, "q": {"name": "q", "in": "query", "type": "string"}},
        responses={"r": {"description": "", "schema": {"$ref": "#/definitions/a~1b"}}},
        definitions={"a/b": TEXT},
    )
    operation = root["paths"]["/a"]["post"]
    assert operation["requestBody"] == {"$ref": "#/components/requestBodies/b"}
    assert operation["parameters"] == [{"$ref": "#/components/parameters/q"}]
    content = root["components"]["responses"]["r"]["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/a~1b"}
    deep = operation["responses"]["400"]["content"]["application/json"]["schema"]["$ref"]
    assert deep == "#/components/responses/r/content/application~1json/schema"


SHELTER = ROOT / "tests/cases/swagger/openapi.yaml"


def test_the_result_is_valid_and_every_part_stands_for_one_of_the_document() -> None:
    root = load(SHELTER).root
    document = as_openapi(root)
    problems = [problem.message for problem in well_structured(Survey(document))]
    # OpenAPI has no style for tabs, nor for other separators than commas in paths and headers.
    assert all(problem.startswith("'style' must be") for problem in problems)
    parts = {node.pointer for node in mappings_in(root)}
    for node in mappings_in(document):
        around = [node.pointer[:length] for length in range(len(node.pointer), -1, -1)]
        assert any(place in parts for place in around)


def test_the_ledger_finds_what_is_lost_in_writing() -> None:
    root = check(load(SHELTER).root).root
    document = as_openapi(root)
    api = describe(simplify(document))
    reconcile(document, api, root)
    new = ("definitions", "New")
    definitions = root.mapping("definitions").with_items(New=Node(pointer=new))
    with pytest.raises(Refused) as refused:
        reconcile(document, api, root.with_items(definitions=definitions))
    assert [problem.where for problem in refused.value.problems] == [new]


@pytest.mark.parametrize("version", [2.0, "2", 2])
def test_a_version_that_is_no_string_is_read_and_reported(version: object) -> None:
    root = placed({"swagger": version, "info": {"title": "A", "version": "1"}, "paths": {}})
    assert isinstance(root, Node)
    (problem,) = package(root).tolerated
    assert "write '2.0', in quotes" in problem.message


def test_a_key_is_not_read_as_one_that_swagger_does_not_have() -> None:
    response = {"description": "Done.", "body": {"type": "string"}}
    root = placed(
        {
            "swagger": "2.0",
            "info": {"title": "A", "version": "1"},
            "paths": {"/a": {"get": {"responses": {"200": response}}}},
        }
    )
    assert isinstance(root, Node)
    (problem,) = check(root).tolerated
    assert (problem.rule, problem.reading) == ("unknown-key", "the key is ignored")


def test_a_nested_list_of_a_parameter_is_reported() -> None:
    inner = {"type": "array", "collectionFormat": "pipes", "items": {"type": "string"}}
    parameter = {"name": "q", "in": "query", "type": "array", "items": inner}
    operation = {"parameters": [parameter], "responses": DONE}
    root = placed(
        {"swagger": "2.0", "info": {"title": "A", "version": "1"}, "paths": {"/a": {"get": operation}}}
    )
    assert isinstance(root, Node)
    (problem,) = check(root).tolerated
    assert (problem.rule, problem.reading) == ("unsupported", "it is written as JSON")


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ({"type": "int"}, {"type": "integer"}),
        ({"type": "Boolean"}, {"type": "boolean"}),
        ({"type": "datetime"}, {"type": "string", "format": "date-time"}),
        ({"type": "list"}, {"type": "array", "items": {"type": "string"}}),
        ({"type": "object"}, {"type": "string"}),
        ({"type": "file"}, {"type": "string"}),
        (
            {"type": "array", "items": {"type": "int"}, "collectionFormat": "brackets"},
            {"type": "array", "items": {"type": "integer"}, "collectionFormat": "multi", "name": "q[]"},
        ),
    ],
)
def test_types_and_formats_of_parameters_that_are_none(wrong: Any, meant: Any) -> None:
    parameter = {"name": "q", "in": "query", **wrong}
    operation = {"parameters": [parameter], "responses": DONE}
    root = placed(
        {"swagger": "2.0", "info": {"title": "A", "version": "1"}, "paths": {"/a": {"get": operation}}}
    )
    assert isinstance(root, Node)
    checked: Any = check(root).root
    assert plain(checked["paths"]["/a"]["get"]["parameters"]) == [{"name": "q", "in": "query", **meant}]


def test_a_header_without_a_type_is_a_string() -> None:
    response = {"description": "Done.", "headers": {"X-Body": {}}}
    paths = {"/a": {"get": {"responses": {"200": response}}}}
    root = placed({"swagger": "2.0", "info": {"title": "A", "version": "1"}, "paths": paths})
    assert isinstance(root, Node)
    checked: Any = check(root).root
    found = checked["paths"]["/a"]["get"]["responses"]["200"]["headers"]
    assert plain(found) == {"X-Body": {"type": "string"}}


def test_a_list_of_files_in_a_form_is_one_of_files() -> None:
    parameter = {"name": "f", "in": "formData", "type": "array", "items": {"type": "file"}}
    operation = {"consumes": ["multipart/form-data"], "parameters": [parameter], "responses": DONE}
    root = placed(
        {"swagger": "2.0", "info": {"title": "A", "version": "1"}, "paths": {"/a": {"post": operation}}}
    )
    assert isinstance(root, Node)
    checked: Any = check(root).root
    read: Any = plain(checked["paths"]["/a"]["post"]["parameters"][0])
    assert read["items"] == {"type": "string", "format": "binary"}
