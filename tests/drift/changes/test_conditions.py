"""Changes whose effect depends on other parts of the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drift.changes.api import Document, document, edited, report
from tests.drift.changes.edits import list_operation, pet_schema


def test_paths_that_differ_only_in_a_name_are_distinguished(tmp_path: Path) -> None:
    """Some documents have them, which the standard forbids."""

    def edit(api: Document) -> None:
        other = {**api["paths"]["/pets/{id}"]["get"], "operationId": "getPetByName"}
        api["paths"]["/pets/{name}"] = {
            "get": {**other, "parameters": [{**other["parameters"][0], "name": "name"}]}
        }

    found = report(tmp_path, edited(edit), document())
    assert [one.sentences[0] for one in found.entries] == ["`GET /pets/{name}` is gone."]


def test_the_attribute_for_other_properties_is_missed(tmp_path: Path) -> None:
    def edit(api: Document) -> None:
        pet_schema(api)["additionalProperties"] = {"type": "string"}

    found = report(tmp_path, edited(edit), document())
    assert "readers" in next(
        one.breaks for one in found.entries if "models.Pet.additional_properties" in one.symbols
    )


def test_a_renamed_class_is_no_change_of_the_arguments_that_take_it(tmp_path: Path) -> None:
    def api(name: str) -> Document:
        made = document()
        made["components"]["schemas"][name] = {"type": "string", "enum": ["age", "name"]}
        order = {"name": "order", "in": "query", "schema": {"$ref": f"#/components/schemas/{name}"}}
        made["paths"]["/pets"]["get"]["parameters"].append(order)
        return made

    found = report(tmp_path, api("Order"), api("Sorting"))
    assert [one.rules for one in found.entries] == [("python-class-renamed",)]


def test_a_choice_of_required_properties_is_a_condition(tmp_path: Path) -> None:
    new = document()
    pet = new["components"]["schemas"]["Pet"]
    pet["anyOf"] = [{"required": ["age"]}, {"not": {"required": ["born"]}}]
    assert {"age", "born"} <= pet["properties"].keys()
    (found,) = report(tmp_path, document(), new).entries
    assert {*found.rules} == {"request-condition-added", "response-condition-added"}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ({"default": 20}, {"default": 50}, "request-parameter-default-changed"),
        ({"default": 20}, {}, "request-parameter-default-changed"),
        ({}, {"default": 20}, "request-default-changed"),
    ],
)
def test_the_default_of_a_parameter_is_a_promise(
    old: Document, new: Document, rule: str, tmp_path: Path
) -> None:
    versions = [document(), document()]
    for api, said in zip(versions, (old, new), strict=True):
        list_operation(api)["parameters"][0]["schema"].update(said)
    (found,) = report(tmp_path, *versions).entries
    assert (found.rules, found.wire) == ((rule,), bool(old))
