"""The walk over a document: every object once, by its kind, and nothing that only looks like one."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from codegen.document.node import placed
from codegen.standard.keywords import KEYWORDS, Shape
from codegen.standard.objects import KINDS, walk
from codegen.standard.segments import spans_segments

SCHEMA = {"type": "object"}


def visited(version: str, **document):
    root = placed({"openapi": f"{version}.0", **document})
    return [(kind, "/".join(map(str, node.pointer))) for kind, node in walk(root, version)]


def components(version: str, **sections):
    return visited(version, components=sections)[2:]


def test_objects_are_visited_in_the_order_of_the_document():
    operation = {
        "parameters": [{"name": "id", "in": "path", "schema": SCHEMA}],
        "requestBody": {"content": {"application/json": {"schema": SCHEMA}}},
        "responses": {"200": {"headers": {"ETag": {"schema": SCHEMA}}}, "x-note": {"headers": {}}},
        "callbacks": {"done": {"{$request.body#/url}": {"post": {}}}},
    }
    assert visited("3.1", info={}, paths={"/a": {"get": operation}}, tags=[{"name": "A"}]) == [
        ("openapi", ""),
        ("info", "info"),
        ("paths", "paths"),
        ("pathItem", "paths//a"),
        ("operation", "paths//a/get"),
        ("parameter", "paths//a/get/parameters/0"),
        ("schema", "paths//a/get/parameters/0/schema"),
        ("requestBody", "paths//a/get/requestBody"),
        ("mediaType", "paths//a/get/requestBody/content/application/json"),
        ("schema", "paths//a/get/requestBody/content/application/json/schema"),
        ("responses", "paths//a/get/responses"),
        ("response", "paths//a/get/responses/200"),
        ("header", "paths//a/get/responses/200/headers/ETag"),
        ("schema", "paths//a/get/responses/200/headers/ETag/schema"),
        ("callback", "paths//a/get/callbacks/done"),
        ("pathItem", "paths//a/get/callbacks/done/{$request.body#/url}"),
        ("operation", "paths//a/get/callbacks/done/{$request.body#/url}/post"),
        ("tag", "tags/0"),
    ]


def test_a_walk_within_some_kinds_enters_no_others():
    paths = {"/a": {"get": {"responses": {"200": {"content": {"application/json": {"schema": SCHEMA}}}}}}}
    root = placed({"openapi": "3.1.0", "info": {}, "paths": paths})
    kinds = {"openapi", "paths", "pathItem", "operation", "schema"}
    assert [kind for kind, _ in walk(root, "3.1", kinds)] == ["openapi", "paths", "pathItem", "operation"]


@pytest.mark.parametrize(
    "name", ["properties", "items", "allOf", "$ref", "x-a", "example", "additionalProperties"]
)
def test_a_property_may_have_the_name_of_a_keyword(name: str):
    assert components("3.1", schemas={"A": {"properties": {name: {"not": SCHEMA}}}}) == [
        ("schema", "components/schemas/A"),
        ("schema", f"components/schemas/A/properties/{name}"),
        ("schema", f"components/schemas/A/properties/{name}/not"),
    ]


@pytest.mark.parametrize("keyword", ["example", "default", "const", "examples", "enum", "x-properties"])
def test_values_are_not_entered(keyword: str):
    value = {"properties": {"a": SCHEMA}, "allOf": [SCHEMA]}
    schema = {keyword: [value] if keyword in {"examples", "enum"} else value}
    assert components("3.1", schemas={"A": schema}) == [("schema", "components/schemas/A")]


def test_the_examples_of_a_media_type_are_objects_but_their_values_are_not():
    media = {"example": {"schema": SCHEMA}, "examples": {"a": {"value": {"schema": SCHEMA}}}}
    found = components("3.0", responses={"R": {"content": {"a/b": media}}})
    assert [kind for kind, _ in found] == ["response", "mediaType", "example"]


def test_what_stands_beside_a_reference_is_entered_in_a_schema_of_3_1_alone():
    schema = {"$ref": "#/components/schemas/B", "properties": {"a": SCHEMA}}
    assert len(components("3.1", schemas={"A": schema})) == 2
    assert len(components("3.0", schemas={"A": schema})) == 1
    assert len(components("3.1", responses={"A": {"$ref": "#/a", "headers": {"a": {}}}})) == 1


def test_values_of_the_wrong_shape_are_passed_over():
    schemas = {"A": {"properties": [SCHEMA], "allOf": SCHEMA, "items": [SCHEMA], "not": True}, "B": None}
    assert components("3.1", schemas=schemas) == [("schema", "components/schemas/A")]


def test_nesting_has_no_limit():
    schema = SCHEMA
    for _ in range(400):
        schema = {"items": schema}
    assert len(components("3.0", schemas={"A": schema})) == 401


@pytest.mark.parametrize(
    ("version", "definitions"), [("3.0", "definitions"), ("3.1", "$defs"), ("3.2", "$defs")]
)
def test_the_table_has_the_keys_of_the_official_schema(version: str, definitions: str):
    resource = files("openapi_spec_validator") / f"resources/schemas/v{version}/schema.json"
    official = json.loads(resource.read_text())
    by_name = {name.replace("-", "").casefold(): one for name, one in official[definitions].items()}
    assert set(KINDS[version]["openapi"].keys) == set(official["properties"])
    kinds = ["info", "contact", "license", "server", "operation", "components", "tag", "example"]
    if version == "3.0":
        kinds += [
            "schema",
            "parameter",
            "header",
            "encoding",
            "mediaType",
            "response",
            "xml",
            "discriminator",
            "link",
        ]
    for kind in kinds:
        assert set(KINDS[version][kind].keys) == set(by_name[kind.casefold()]["properties"])


def test_the_table_has_the_keywords_of_json_schema_as_its_meta_schema_holds_them():
    folder = files("jsonschema_specifications") / "schemas/draft202012/vocabularies"
    for vocabulary in ("core", "applicator", "unevaluated", "validation", "meta-data", "content"):
        for name, said in json.loads((folder / vocabulary).read_text())["properties"].items():
            assert KEYWORDS[name].holds is _shape(said), name
            assert KEYWORDS[name].in_31, name


def _shape(said):
    """How a keyword holds schemas, by what its meta-schema says."""
    if isinstance(said, bool):
        return None
    if said.get("$dynamicRef") == "#meta":
        return Shape.ONE
    if said.get("$ref") == "#/$defs/schemaArray":
        return Shape.LIST
    further = said.get("additionalProperties")
    return Shape.MAP if isinstance(further, dict) and further.get("$dynamicRef") == "#meta" else None


@pytest.mark.parametrize(
    ("placeholder", "expected"),
    [
        *((one, True) for one in ("{a+}", "{a*}", "{+a}", "{*a}", "{**a}", "*a", "<path:a>", "{a:path}")),
        *((one, True) for one in ("{a:.*}", "{a:.+}", "{a=**}", "{a=b/*}", "{a=b/*/c/**}")),
        *((one, False) for one in ("{a}", "{a=*}", "{a:[0-9]+}", "{a:int}", "{a?}", "{a<.*>}", ":a", "<a>")),
    ],
)
def test_a_placeholder_may_stand_for_several_segments(placeholder: str, expected: bool) -> None:
    assert spans_segments(placeholder) is expected
