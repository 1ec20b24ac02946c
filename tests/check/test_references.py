"""References that lead to no schema, or in a circle."""

from __future__ import annotations

import pytest

from tests.check.small_documents import document, in_path, of_schemas, places, query


@pytest.mark.parametrize(
    ("reference", "rule"),
    [
        ("#/components/schemas/C", "dangling-reference"),
        ("#/components/schemas/B/properties/c", "dangling-reference"),
        ("#nowhere", "dangling-reference"),
        ("#/info", "wrong-reference"),
        ("#/components/schemas/B/properties", "wrong-reference"),
        ("#/components/parameters/P", "wrong-reference"),
        ("#/info/title", "wrong-reference"),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_references_that_do_not_lead_to_a_schema(version: str, reference: str, rule: str):
    components = {
        "schemas": {"A": {"$ref": reference}, "B": {"properties": {"b": {}}}},
        "parameters": {"P": query()},
    }
    assert places(document(version, components=components)) == [(rule, "components/schemas/A/$ref")]


@pytest.mark.parametrize(
    "reference", ["#/components/schemas/a~1b", "#/paths/~1a~1%7Bb%7D/parameters/0/schema"]
)
def test_references_are_unescaped(reference: str):
    item = {"parameters": [in_path("b")]}
    schemas = {"A": {"$ref": reference}, "a/b": {}}
    rules = {rule for rule, _ in places(document(paths={"/a/{b}": item}, components={"schemas": schemas}))}
    assert rules == {"component-name"}


def test_each_circle_is_reported_once():
    def to(name: str):
        return {"$ref": f"#/components/schemas/{name}"}

    broken = of_schemas(
        A=to("B"), B=to("C"), C=to("A"), D=to("D"), E={"allOf": [{"allOf": [to("E")]}]}, F=to("A")
    )
    assert [rule for rule, _ in places(broken)] == [
        "circular-reference",
        "circular-reference",
        "circular-all-of",
    ]
