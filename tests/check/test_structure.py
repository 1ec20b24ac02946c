"""The structure of a document: keys, types of values, versions; and what is unusual but legal."""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.check.small_documents import (
    OK,
    document,
    in_path,
    of_operation,
    of_schemas,
    only,
    places,
    problems,
    query,
)


@pytest.mark.parametrize("version", ["3.0.0", "3.0.3", "3.0.4", "3.1.0", "3.1.1"])
def test_a_smallest_document_passes(version: str):
    assert problems(document(version)) == []


@pytest.mark.parametrize("version", ["3.3.0", "2.0", "4.0.0", "three", "", "3.1.0.0", True, None, [3], {}])
def test_an_unsupported_version_is_the_only_problem(version: object):
    broken = {**document(), "openapi": version, "servers": 3}
    assert places(broken) == [("version", "openapi")]


@pytest.mark.parametrize("version", ["3.1", 3.1, "v3.1.0", "3.1.x"])
def test_a_misspelt_version_is_reported_with_the_correct_one(version: object):
    assert only({**document(), "openapi": version}).endswith("write '3.1.0'")


def test_a_missing_version_is_reported_with_one_to_write():
    assert "openapi: 3.1.0" in only({"info": {}})
    assert "Swagger 2.0" in only({"swagger": "1.2", "info": {}})


@pytest.mark.parametrize(
    "legal",
    [
        {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "components": {}},
        {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "webhooks": {"sold": {}}},
        document(paths={"/a": {"get": {}}}),
        document(paths={"/a": {}, "/a/": {}, "/b/{x}{y}": {}, "/c.{x}": {}, "x-a": 1}),
        document(
            paths={"/a": {"$ref": "#/components/pathItems/A", "parameters": []}},
            components={"pathItems": {"A": {}}},
        ),
        of_schemas(A={"required": ["nobody"], "properties": {"a": {}}}),
        of_schemas(A={"type": "string", "format": "colour", "default": "red"}),
        of_schemas(A={"type": "string", "pattern": "(?<year>\\d{4})\\p{L}(?!x", "example": "anything"}),
        of_schemas(A=True, B={"items": False, "$ref": "#/components/schemas/A"}),
        of_schemas(A={"dependencies": {}, "markdown": True, "enumNames": ["a"], "nullable": False}),
        of_schemas(A={"properties": {"child": {"$ref": "#/components/schemas/A"}}}),
        of_schemas(
            A={"oneOf": [{"type": "array", "items": {"$ref": "#/components/schemas/A"}}, {"type": "string"}]}
        ),
        of_schemas(A={"$anchor": "a"}, B={"$ref": "#a"}),
        of_schemas("3.0.3", A={"$ref": "#/components/schemas/B", "description": "Ignored."}, B={}),
        of_schemas("3.0.3", A={"type": "string", "nullable": True, "enum": ["a"], "default": None}),
        of_schemas(
            "3.0.3",
            A={"allOf": [{"$ref": "#/components/schemas/B"}], "nullable": True, "example": None},
            B={"type": "object"},
        ),
        of_schemas("3.0.3", A={"type": "number", "minimum": 0, "exclusiveMinimum": True, "default": 0.5}),
        of_schemas(A={"oneOf": [{"format": "ipv4"}, {"format": "ipv6"}], "type": "string", "example": "::1"}),
        of_schemas(
            A={"type": "object", "required": ["id"], "properties": {"id": {"readOnly": True}}, "example": {}}
        ),
        of_operation(parameters=[query(schema={"type": "array", "items": {}}, example="a,b")]),
        of_operation(parameters=[query(), {**query(), "in": "header"}, query("Q")]),
        of_operation(responses={"200": OK["200"], "4XX": OK["200"], "default": OK["200"], "x-a": 1}),
        of_operation(tags=["Undeclared"]),
        document(security=[{}]),
        of_operation(parameters=[{"$ref": "#/components/parameters/P", "description": "Overrides."}])
        | {"components": {"parameters": {"P": query()}}},
        document(components={"links": {"L": {"operationRef": "#/paths/~1a/get", "server": {"url": "/"}}}}),
        of_operation(callbacks={"c": {"x-a": "b", "{$url}": {}}}),
    ],
)
def test_legal(legal: Mapping[str, object]):
    assert problems(legal) == []


def test_keys_that_are_not_of_the_standard():
    broken = of_operation(
        parameters=[query(descripton="?")], responses={"200": {"description": "", "x-a": 1}}, Tags=[]
    )
    assert problems(broken) == [
        ("unknown-key", "paths//a/get/Tags", "'Tags' is not a key of an operation; did you mean 'tags'?"),
        (
            "unknown-key",
            "paths//a/get/parameters/0/descripton",
            "'descripton' is not a key of a parameter; did you mean 'description'?",
        ),
    ]


def test_a_keyword_of_a_schema_is_free_unless_it_is_a_slip():
    assert problems(of_schemas(A={"colour": 1, "propertys": 1})) == [
        (
            "unknown-key",
            "components/schemas/A/propertys",
            "'propertys' is not a keyword of a schema; did you mean 'properties'?",
        )
    ]
    assert only(of_schemas("3.0.3", A={"colour": 1})) == "'colour' is not a key of a schema"


def test_names_that_the_author_chose_are_not_keys():
    schema = {"properties": {"requird": {}, "tpye": {"example": {"tpye": 1}}}, "x-a": {"tpye": 1}}
    assert problems(of_schemas("3.0.3", A=schema)) == []


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (of_operation(tags="a"), "'tags' must be a list, not a string; did you mean ['a']?"),
        (
            of_operation(deprecated="yes"),
            "'deprecated' must be true or false, not a string; did you mean true?",
        ),
        (of_operation(summary=None), "'summary' must be a string, not null"),
        (
            of_operation(tags=[1]),
            "item 1 of 'tags' must be a string, not the number 1; did you mean '1'?",
        ),
        (of_operation("3.0.3", responses={"200": {}}), "a response must have 'description'"),
        (
            of_operation("3.0.3", responses={"200": {"description": 1}}),
            "'description' must be a string, not the number 1; did you mean '1'?",
        ),
        (
            of_operation(parameters=[query(**{"in": "form"})]),
            "'in' must be one of 'query', 'querystring', 'header', 'path', 'cookie', not 'form'",
        ),
        (
            of_operation("3.0.3", parameters=[{"in": "query", "name": "a"}]),
            "a parameter must have 'schema' or 'content'",
        ),
        (
            of_operation("3.0.3", parameters=[query(content={"a/b": {}})]),
            "a parameter has either 'schema' or 'content', not both",
        ),
        (
            of_operation("3.0.3", parameters=[query(example=1, examples={})]),
            "a parameter has either 'example' or 'examples', not both",
        ),
        (
            of_schemas(A={"type": "sting"}),
            (
                "'type' must be one of 'array', 'boolean', 'integer', 'null', 'number', 'object', 'string', "
                "not 'sting'; did you mean 'string'?"
            ),
        ),
        (of_schemas("3.0.3", A={"items": {"allOf": [{"maxLength": -1}]}}), "'maxLength' must be at least 0"),
        (
            of_schemas("3.0.3", A={"additionalProperties": 3}),
            "'additionalProperties' must be a mapping, not the number 3",
        ),
        (
            document("3.0.3", components={"securitySchemes": {"a": {"type": "http"}}}),
            "a security scheme must have 'scheme'",
        ),
        (of_operation(responses={}), "there must be at least one response"),
        (
            {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}},
            "the document must have at least one of 'paths', 'components' and 'webhooks'",
        ),
    ],
)
def test_a_wrong_structure_is_reported_in_one_sentence(broken: Mapping[str, object], message: str):
    assert only(broken) == message


@pytest.mark.parametrize(
    ("keyword", "message"),
    [
        ({"discriminator": {"mapping": {"a": "A"}}}, "a discriminator must have 'propertyName'"),
        ({"externalDocs": {"description": "More."}}, "an external documentation must have 'url'"),
        ({"externalDocs": "https://a.example"}, "'externalDocs' must be a mapping, not a string"),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_the_keywords_of_openapi_have_a_structure(version: str, keyword: dict[str, object], message: str):
    assert only(of_schemas(version, A={"type": "object", **keyword})) == message


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
def test_an_object_without_its_type_lacks_only_that(version: str):
    scheme = document(version, components={"securitySchemes": {"key": {"description": "Secret."}}})
    assert only(scheme) == "a security scheme must have 'type'"
    parameter = document(version, components={"parameters": {"P": {"name": "p", "schema": {}}}})
    assert only(parameter) == "a parameter must have 'in'"


@pytest.mark.parametrize(
    ("version", "place", "allowed", "is_newer"),
    [
        ("3.1.0", "path", False, True),
        ("3.1.0", "cookie", True, True),
        ("3.0.3", "path", True, True),
        ("3.0.3", "path", False, False),
        ("3.1.0", "query", True, False),
        ("3.2.0", "path", True, False),
    ],
)
def test_reserved_characters_outside_of_the_query_are_newer(
    version: str, place: str, allowed: bool, is_newer: bool
):
    required = {"required": True} if place == "path" else {}
    parameter = {"name": "p", "in": place, "schema": {}, "allowReserved": allowed, **required}
    found = places(document(version, components={"parameters": {"P": parameter}}))
    assert found == [("newer-key", "components/parameters/P/allowReserved")] * is_newer


def test_a_pattern_that_takes_for_ever_is_given_up():
    """Without that, this test would not end: the pattern tries 2 to the 60th ways."""
    assert problems(of_schemas(A={"pattern": "(a|a)*\\1b$", "example": "a" * 60 + "!"})) == []


def test_no_sentence_repeats_a_large_value():
    long = "x" * 100_000
    for broken in (of_schemas(A={"type": long}), of_schemas(A={"enum": [long], "example": long + "y"})):
        assert len(only(broken)) < 300


def test_all_problems_are_reported_at_once():
    broken = of_operation(path="/{a}", tag=["x"], operationId=1, security=[{"a": []}])
    broken["components"] = {"schemas": {"A": {"$ref": "#/nowhere"}, "B": {"type": "integer", "example": "x"}}}
    assert {rule for rule, _ in places(broken)} == {
        "unknown-key",
        "wrong-type",
        "path-parameter",
        "unknown-security-scheme",
        "dangling-reference",
        "example",
    }


@pytest.mark.slow
def test_a_document_in_which_everything_is_wrong_takes_no_longer_than_its_size():
    def steps(count: int) -> int:
        schemas = {
            f"A{index}": {"type": "sting", "properties": {"a": {"$ref": f"#/{index}"}}}
            for index in range(count)
        }
        document = of_schemas("3.0.3", **schemas)
        taken = 0

        def step(*_: object) -> None:
            nonlocal taken
            taken += 1

        sys.setprofile(step)
        try:
            found = problems(document)
        finally:
            sys.setprofile(None)
        assert len(found) == 2 * count
        return taken

    steps(10)
    assert steps(800) < 9 * steps(100)


BROKEN = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["$ref", "type", "allOf", "schema", "200", "", "~", "x-a", "in", "name"]), inner
        ),
    ),
    max_leaves=6,
)


@pytest.mark.slow
@given(value=BROKEN, choice=st.integers(0, 10**9), version=st.sampled_from(["3.0.3", "3.1.0"]))
def test_whatever_stands_anywhere_is_refused_or_passes(value: object, choice: int, version: str):
    whole = document(
        version,
        tags=[{"name": "A"}],
        security=[{"token": []}],
        paths={"/a/{id}": {"parameters": [in_path("id")], "get": {"operationId": "a", "responses": OK}}},
        components={
            "schemas": {"A": {"type": "object", "properties": {"a": {"type": "string", "example": "a"}}}},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": {
                "R": {"description": "", "content": {"application/json": {"schema": {}, "example": 1}}}
            },
        },
    )
    rng = random.Random(choice)
    part = whole = deepcopy(whole)
    while True:
        key = rng.choice(
            [key for key in part if key != "openapi"] if isinstance(part, dict) else range(len(part))
        )
        if not part[key] or not isinstance(part[key], dict | list) or rng.random() < 0.2:
            part[key] = value
            break
        part = part[key]
    problems(whole)
