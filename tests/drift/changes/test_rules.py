"""Each kind of change: its rule, and for whom it is breaking."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.drift.changes.rules import RULES
from tests.drift.changes.api import Document, Edit, document, edited, entry, report
from tests.drift.changes.edits import (
    change_property,
    list_operation,
    pet_schema,
    post_operation,
    rename_name,
    rename_pet,
)

CHANGES: dict[str, tuple[Edit, str, str]] = {
    # name: the edit, a rule of the entry, whom it breaks
    "an operation is gone": (
        lambda api: api["paths"]["/pets"].pop("get"),
        "operation-removed",
        "wire callers",
    ),
    "an operation is new": (
        lambda api: api["paths"]["/pets/{id}"].update(
            delete={**post_operation(api), "operationId": "deletePet"}
        ),
        "operation-added",
        "",
    ),
    "an operation has another path": (
        lambda api: api["paths"].update({"/animals/{id}": api["paths"].pop("/pets/{id}")}),
        "operation-moved",
        "wire",
    ),
    "an operation has another id": (
        lambda api: list_operation(api).update(operationId="searchPets"),
        "python-method-renamed",
        "callers",
    ),
    "an operation has another tag": (
        lambda api: list_operation(api).update(tags=["animals"]),
        "python-method-renamed",
        "callers",
    ),
    "an operation is deprecated": (
        lambda api: list_operation(api).update(deprecated=True),
        "operation-deprecated",
        "",
    ),
    "a parameter is gone": (
        lambda api: list_operation(api)["parameters"].pop(0),
        "request-parameter-removed",
        "callers",
    ),
    "a parameter is new": (
        lambda api: list_operation(api)["parameters"].append(
            {"name": "q", "in": "query", "schema": {"type": "string"}}
        ),
        "request-optional-parameter-added",
        "",
    ),
    "a required parameter is new": (
        lambda api: list_operation(api)["parameters"].append(
            {"name": "q", "in": "query", "required": True, "schema": {"type": "string"}}
        ),
        "request-required-parameter-added",
        "wire callers",
    ),
    "a parameter is required": (
        lambda api: list_operation(api)["parameters"][0].update(required=True),
        "request-parameter-required",
        "wire callers",
    ),
    "a parameter has a lower limit": (
        lambda api: list_operation(api)["parameters"][0]["schema"].update(maximum=10),
        "request-limit-tightened",
        "wire",
    ),
    "a parameter has a higher limit": (
        lambda api: list_operation(api)["parameters"][0]["schema"].update(maximum=1000),
        "request-limit-loosened",
        "",
    ),
    "a parameter has another type": (
        lambda api: list_operation(api)["parameters"][0].update(schema={"type": "string"}),
        "request-type-generalized",
        "callers",
    ),
    "a parameter has another style": (
        lambda api: list_operation(api)["parameters"][0].update(
            explode=False, schema={"type": "array", "items": {}}
        ),
        "request-parameter-style-changed",
        "wire callers",
    ),
    "a path parameter has another name": (
        lambda api: (
            api["paths"].update({"/pets/{petId}": api["paths"].pop("/pets/{id}")}),
            api["paths"]["/pets/{petId}"]["get"]["parameters"][0].update(name="petId"),
        ),
        "python-argument-renamed",
        "callers",
    ),
    "a body is optional": (
        lambda api: post_operation(api)["requestBody"].update(required=False),
        "request-body-optional",
        "",
    ),
    "a body has another media type": (
        lambda api: post_operation(api)["requestBody"]["content"].update(
            {
                "application/x-www-form-urlencoded": post_operation(api)["requestBody"]["content"].pop(
                    "application/json"
                )
            }
        ),
        "request-media-type-changed",
        "wire",
    ),
    "a property is gone": (
        lambda api: pet_schema(api)["properties"].pop("age"),
        "response-property-removed",
        "callers readers",
    ),
    "a required property is gone": (
        lambda api: (pet_schema(api)["properties"].pop("name"), pet_schema(api).update(required=["id"])),
        "response-required-property-removed",
        "wire callers readers",
    ),
    "a property is new": (
        lambda api: pet_schema(api)["properties"].update(color={"type": "string"}),
        "request-optional-property-added",
        "",
    ),
    "a required property is new": (
        lambda api: (
            pet_schema(api)["properties"].update(color={"type": "string"}),
            pet_schema(api)["required"].append("color"),
        ),
        "request-required-property-added",
        "wire callers",
    ),
    "a property is required": (
        lambda api: pet_schema(api)["required"].append("age"),
        "request-property-required",
        "wire callers",
    ),
    "a property is optional": (
        lambda api: pet_schema(api).update(required=["id"]),
        "response-property-optional",
        "wire readers",
    ),
    "a property has another name": (rename_name, "response-property-renamed", "wire callers readers"),
    "a property has another type": (
        change_property("age", type="string"),
        "response-type-changed",
        "wire callers readers",
    ),
    "a property may be null": (
        change_property("age", type=["integer", "null"]),
        "response-null-added",
        "wire readers",
    ),
    "a property is any number": (
        change_property("age", type="number"),
        "response-type-generalized",
        "wire readers",
    ),
    "a property has items of another type": (
        change_property("tags", items={"type": "integer"}),
        "response-type-changed",
        "wire callers readers",
    ),
    "a text is a time": (
        change_property("name", format="date-time"),
        "request-type-specialized",
        "wire callers readers",
    ),
    "a date is a text": (
        lambda api: pet_schema(api)["properties"].update(born={"type": "string"}),
        "response-type-generalized",
        "wire callers readers",
    ),
    "a value of an enum is new": (
        change_property("kind", enum=["cat", "dog", "bird"]),
        "response-enum-value-added",
        "",
    ),
    "a value of an enum is gone": (
        change_property("kind", enum=["cat"]),
        "request-enum-value-removed",
        "wire callers readers",
    ),
    "a text is an enum": (
        change_property("name", enum=["Tom", "Rex"]),
        "request-became-enum",
        "wire callers",
    ),
    "a property is read-only": (
        change_property("age", readOnly=True),
        "request-became-read-only",
        "wire callers",
    ),
    "a property is write-only": (
        change_property("name", writeOnly=True),
        "response-became-write-only",
        "wire readers",
    ),
    "an optional property is write-only": (
        change_property("age", writeOnly=True),
        "response-optional-became-write-only",
        "",
    ),
    "an object is closed": (
        lambda api: pet_schema(api).update(additionalProperties=False),
        "request-object-closed",
        "wire",
    ),
    "a schema has another name": (rename_pet, "python-class-renamed", "callers readers"),
    "a status is new": (
        lambda api: list_operation(api)["responses"].update({"409": {"description": "No."}}),
        "response-error-added",
        "",
    ),
    "a header is gone": (
        lambda api: list_operation(api)["responses"]["200"].pop("headers"),
        "response-required-header-removed",
        "wire",
    ),
    "a scheme is another one": (
        lambda api: api["components"]["securitySchemes"].update(key={"type": "http", "scheme": "bearer"}),
        "scheme-changed",
        "wire",
    ),
    "a condition is new": (
        change_property("tags", contains={"type": "string"}),
        "request-condition-added",
        "wire",
    ),
    "an object has any other properties": (
        lambda api: pet_schema(api).update(additionalProperties=True),
        "python-body-respelled",
        "callers",
    ),
    "other properties have a type": (
        lambda api: pet_schema(api).update(additionalProperties={"type": "string"}),
        "request-type-specialized",
        "wire",
    ),
    "an object needs more properties": (
        lambda api: pet_schema(api).update(minProperties=3),
        "request-limit-tightened",
        "wire",
    ),
    "an operation needs no credential": (
        lambda api: list_operation(api).update(security=[]),
        "security-widened",
        "",
    ),
    "the server is another one": (
        lambda api: api.update(servers=[{"url": "https://zoo.example/v2"}]),
        "request-server-changed",
        "",
    ),
    "the title is another one": (
        lambda api: api["info"].update(title="Farm"),
        "python-package-renamed",
        "callers readers",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_has_its_rule_and_breaks_whom_it_must(name: str, tmp_path: Path) -> None:
    edit, rule, breaks = CHANGES[name]
    found = entry(report(tmp_path, document(), edited(edit)), rule)
    assert " ".join(found.breaks) == breaks, found
    assert found.old or found.new


@pytest.mark.parametrize("name", CHANGES)
def test_the_opposite_of_an_addition_breaks(name: str, tmp_path: Path) -> None:
    """What is new in one order is gone in the other one, and a report never calls that harmless."""
    edit, rule, breaks = CHANGES[name]
    found = report(tmp_path, edited(edit), document())
    if rule.endswith(("operation-added", "parameter-added", "property-added")) and not breaks:
        assert found.verdict == "major"
    assert found.entries


def test_equal_documents_have_no_changes(tmp_path: Path) -> None:
    found = report(tmp_path, document(), document())
    assert found.entries == ()
    assert found.verdict == "none"


def test_descriptions_and_order_of_schemas_are_no_changes(tmp_path: Path) -> None:
    def edit(api: Document) -> None:
        pet_schema(api)["description"] = "Another one."
        api["components"]["schemas"] = {"Aaa": {"type": "object"}, **api["components"]["schemas"]}

    assert not [one for one in report(tmp_path, document(), edited(edit)).entries if one.is_breaking]


def test_every_rule_says_something_about_its_subject() -> None:
    for name, rule in RULES.items():
        assert rule.says.format(subject="the thing", was="`a`", now="`b`") != rule.says, name


def test_text_of_a_document_cannot_leave_its_quotes(tmp_path: Path) -> None:
    def edit(api: Document) -> None:
        pet_schema(api)["properties"]["kind"]["enum"] = ["cat", "`](javascript:x)\n::error::x"]

    found = entry(report(tmp_path, document(), edited(edit)), "response-enum-value-added")
    assert "\n" not in found.sentences[0]
    assert "'](javascript:x)" in found.sentences[0]
