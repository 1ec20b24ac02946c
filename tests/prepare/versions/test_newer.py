"""OpenAPI 3.2: its novelties in the terms of 3.1, alone and in a document of 3.1."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.check import check
from codegen.document.load import Loaded
from codegen.document.node import Node, placed
from codegen.document.source import Source
from codegen.pipeline import package
from codegen.prepare.bundle import bundle
from codegen.prepare.versions import as_openapi
from codegen.prepare.versions.newer import HOLDING
from codegen.standard.http_methods import operations_of, with_operations
from codegen.standard.objects import KINDS

TEXT = {"type": "string"}
DONE = {"responses": {"204": {"description": ""}}}


def document(version: str = "3.2.0", **more: Any) -> Node:
    root = placed({"openapi": version, "info": {"title": "A", "version": "1"}, "paths": {}, **more})
    assert isinstance(root, Node)
    return root


def of_media(media: Any, **more: Any) -> Any:
    content = {"application/jsonl": media}
    operation = {"responses": {"200": {"description": "", "content": content}}}
    root = as_openapi(document(paths={"/a": {"get": operation}}, **more))
    return (
        root.mapping("paths").mapping("/a").mapping("get")["responses"]["200"]["content"]["application/jsonl"]
    )


def test_the_schema_of_items_is_that_of_an_array() -> None:
    assert of_media({"itemSchema": TEXT})["schema"] == {"type": "array", "items": TEXT}
    both = of_media({"itemSchema": TEXT, "schema": {"type": "array", "maxItems": 5}})["schema"]
    assert both == {"type": "array", "items": TEXT, "allOf": [{"type": "array", "maxItems": 5}]}


def test_the_data_of_an_example_is_its_value() -> None:
    media = {"schema": TEXT, "examples": {"a": {"dataValue": "b", "serializedValue": '"b"'}}}
    assert of_media(media)["examples"]["a"] == {"value": "b"}


def test_a_document_without_novelties_is_itself() -> None:
    root = document(paths={"/a": {"get": DONE}})
    assert as_openapi(root) is root


OWN = "https://a.example/b/openapi.yaml"


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        (f"{OWN}#/components/schemas/A", "#/components/schemas/A"),
        ("openapi.yaml#/components/schemas/A", "#/components/schemas/A"),
        ("../b/openapi.yaml#/components/schemas/A", "#/components/schemas/A"),
        ("#/components/schemas/A", "#/components/schemas/A"),
        ("other.yaml#/components/schemas/A", "other.yaml#/components/schemas/A"),
        (OWN, "#"),
        ("http://[/#/components/schemas/A", "http://[/#/components/schemas/A"),
    ],
)
def test_references_to_the_uri_of_the_document(reference: str, meant: str) -> None:
    schemas = {
        "A": TEXT,
        "B": {"properties": {"a": {"$ref": reference}}, "discriminator": {"mapping": {"a": reference}}},
    }
    entry = document(components={"schemas": schemas}, **{"$self": OWN})
    root: Any = bundle(Loaded(entry, Source("openapi.yaml", "", is_json=False))).root
    found = root["components"]["schemas"]["B"]
    assert found["properties"]["a"]["$ref"] == found["discriminator"]["mapping"]["a"] == meant


def test_the_operations_of_a_path_item_have_their_methods_as_they_are_sent() -> None:
    item = document(paths={"/a": {"query": DONE, "get": DONE, "additionalOperations": {"Copy": DONE}}})
    item = item.mapping("paths").mapping("/a")
    assert [method for method, _ in operations_of(item)] == ["GET", "QUERY", "Copy"]
    removed = with_operations(item, lambda method, one: None if method != "GET" else one)
    assert [method for method, _ in operations_of(removed)] == ["GET"]
    assert with_operations(item, lambda _, one: one) is item


NEWER: list[dict[str, Any]] = [
    {"tags": [{"name": "a", "kind": "nav", "parent": "b"}, {"name": "b"}]},
    {"servers": [{"url": "https://a.example", "name": "main"}]},
    {"paths": {"/a": {"query": DONE}}},
    {"paths": {"/a": {"additionalOperations": {"COPY": DONE}}}},
    {"components": {"mediaTypes": {"A": {"itemSchema": TEXT}}}},
    {"$self": "https://a.example/openapi.yaml"},
]


def querystring(version: str) -> Node:
    content = {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {"a": TEXT}}}}
    whole = [{"name": "q", "in": "querystring", "content": content}]
    return document(version, paths={"/a": {"get": {"parameters": whole, **DONE}}})


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_whole_query_in_an_older_document_is_read_with_a_note(version: str) -> None:
    (problem,) = check(querystring(version)).tolerated
    assert problem.rule == "newer-key"
    assert check(querystring("3.2.0")).tolerated == ()


@pytest.mark.parametrize("more", [*NEWER, {"webhooks": {"made": {"post": DONE}}}])
def test_keys_of_later_versions_in_a_document_of_3_0_are_read_with_a_note(more: dict[str, Any]) -> None:
    made = package(document("3.0.3", **more))
    assert {problem.rule for problem in made.tolerated} == {"newer-key"}
    assert made.api == package(document("3.2.0", **more)).api


def test_mistakes_in_keys_of_3_2_are_reported_in_a_document_of_3_0() -> None:
    broken = document("3.0.3", paths={"/a": {"query": {**DONE, "deprecated": "maybe"}}})
    (problem,) = (one for one in check(broken).tolerated if one.rule != "newer-key")
    assert problem.where == ("paths", "/a", "query", "deprecated")


@pytest.mark.parametrize("more", NEWER)
def test_keys_of_3_2_in_a_document_of_3_1_are_read_with_a_note(more: dict[str, Any]) -> None:
    assert {problem.rule for problem in package(document("3.1.0", **more)).tolerated} == {"newer-key"}
    assert package(document("3.2.0", **more)).tolerated == ()


def test_mistakes_in_keys_of_3_2_are_reported_in_a_document_of_3_1() -> None:
    broken = document("3.1.0", components={"mediaTypes": {"A": {"itemSchema": {"type": "txt"}}}})
    (problem,) = (one for one in check(broken).tolerated if one.rule != "newer-key")
    assert problem.where == ("components", "mediaTypes", "A", "itemSchema", "type")


def test_keys_of_3_0_in_a_schema_of_2_0_are_read_with_a_note() -> None:
    schema = {"oneOf": [{"$ref": "#/definitions/B"}, {"type": "integer"}], "nullable": True}
    root = placed(
        {
            "swagger": "2.0",
            "info": {"title": "A", "version": "1"},
            "paths": {},
            "definitions": {"A": {"type": "object", "properties": {"a": schema}}, "B": TEXT},
        }
    )
    assert isinstance(root, Node)
    made = package(root)
    assert {problem.rule for problem in made.tolerated} == {"newer-key"}
    assert "a: str | int | None | UnsetType" in next(
        text for path, text in made.files.items() if path.endswith("models.py")
    )


@pytest.mark.parametrize(
    ("tags", "wrong"),
    [
        ([("a", "b"), ("b", None)], []),
        ([("a", "x")], ["a"]),
        ([("a", "a")], ["a"]),
        ([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")], ["a"]),
        ([("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")], ["a", "c"]),
    ],
)
def test_the_parents_of_tags(tags: list[tuple[str, str | None]], wrong: list[str]) -> None:
    declared = [
        {"name": name} if parent is None else {"name": name, "parent": parent} for name, parent in tags
    ]
    tolerated = package(document(tags=declared)).tolerated
    names = [tags[int(str(problem.where[1]))][0] for problem in tolerated if isinstance(problem.where, tuple)]
    assert names == wrong


@pytest.mark.parametrize("version", ["3.1", "3.2"])
def test_an_object_that_holds_one_to_rewrite_is_entered(version: str) -> None:
    rewritten = {"parameter", "header", "mediaType", "example", "response"}
    for name, kind in KINDS[version].items():
        contents = [*kind.keys.values(), *kind.newer.values(), kind.others]
        held = {content.kind for content in contents if content is not None}
        assert name in HOLDING or not held & (HOLDING | rewritten), f"{name} holds {held & HOLDING}"
    assert rewritten <= HOLDING
