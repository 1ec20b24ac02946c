"""Examples and defaults that their schemas forbid."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from codegen.check import check
from codegen.document.node import placed
from codegen.document.problems import Refused
from tests.check.small_documents import document, of_schemas, places, query


def test_what_the_standard_only_recommends_is_tolerated():
    broken = of_schemas(A={"type": "integer", "example": "x"}, B={"type": "string", "default": 1})
    checked = check(placed(broken))
    assert {problem.rule for problem in checked.tolerated} == {"default", "example"}
    assert checked.root["components"] == {"schemas": {"A": {"type": "integer"}, "B": {"type": "string"}}}


def test_a_plain_nullable_is_tolerated_with_its_meaning():
    for broken in (
        of_schemas(A={"type": "string", "nullable": True, "default": None}),
        of_schemas("3.0.3", A={"$ref": "#/components/schemas/B", "nullable": True, "example": None}, B={}),
    ):
        checked = check(placed(broken))
        assert [(problem.rule, problem.where) for problem in checked.tolerated] == [
            ("nullable", ("components", "schemas", "A", "nullable"))
        ]
        assert checked.root == placed(broken)
        with pytest.raises(Refused) as refused:
            check(placed(broken), strict=True)
        assert "nullable" in {problem.rule for problem in refused.value.problems}


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "integer"}, "1"),
        ({"type": "integer"}, 1.5),
        ({"type": "string"}, None),
        ({"type": "string", "format": "uuid"}, "1"),
        ({"type": "string", "format": "date"}, "2026-02-30"),
        ({"type": "string", "format": "date-time"}, "2026-01-31"),
        ({"enum": ["a", "b"]}, "c"),
        ({"maxLength": 1}, "ab"),
        ({"pattern": "^a$"}, "b"),
        ({"allOf": [{"$ref": "#/components/schemas/Text"}]}, 1),
        ({"anyOf": [{"type": "array"}, {"$ref": "#/components/schemas/Text"}]}, 1),
        ({"type": "object", "required": ["a"]}, {}),
    ],
)
def test_values_that_their_schemas_forbid(version: str, schema: Mapping[str, object], value: object):
    text = {"type": "string"}
    media = {"schema": schema, "example": value}
    broken = document(
        version,
        components={
            "schemas": {
                "Text": text,
                "A": {**schema, "default": value},
                "B": {"properties": {"b": {**schema, "example": value}}},
            },
            "responses": {
                "R": {"description": "", "content": {"application/json": media, "text/plain": media}}
            },
            "parameters": {
                "P": {**query(), "schema": schema, "examples": {"one": {"$ref": "#/components/examples/E"}}}
            },
            "examples": {"E": {"value": value}},
        },
    )
    assert sorted(places(broken)) == [
        ("default", "components/schemas/A/default"),
        ("example", "components/examples/E/value"),
        ("example", "components/responses/R/content/application/json/example"),
        ("example", "components/schemas/B/properties/b/example"),
    ]


def test_a_wrong_value_is_shown_where_it_stands():
    item = {"type": "object", "properties": {"200": {"type": "string"}}}
    schema = {"type": "array", "items": item, "example": [{}, {"200": 1}]}
    assert places(of_schemas(A=schema)) == [("example", "components/schemas/A/example/1/200")]


def test_a_nested_encoding_is_reported():
    inner = {"entry": {"contentType": "multipart/form-data", "encoding": {"a": {"contentType": "text/csv"}}}}
    media = {"multipart/form-data": {"schema": {"type": "object"}, "encoding": inner}}
    body = {"requestBody": {"content": media}, "responses": {"204": {"description": "Done."}}}
    document = {
        "openapi": "3.2.0",
        "info": {"title": "A", "version": "1.0.0"},
        "paths": {"/a": {"post": body}},
    }
    (problem,) = check(placed(document)).tolerated
    assert (problem.rule, problem.reading) == (
        "unsupported",
        "the parts of the part have their usual media types",
    )
