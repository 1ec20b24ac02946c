"""What each report means for the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.commands.main import main
from tests.command_line import FACE
from tests.drift.client_reports.depot import X, api, edits, report, written

UNION = {
    "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
    "discriminator": {"propertyName": "kind"},
}

CAT = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["Cat"]}}}
DOG = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string", "enum": ["Dog"]}}}


@dataclass(frozen=True)
class Case:
    """A schema, what is reported about it, and what the patch has to say."""

    x: dict[str, Any]
    """The schema of the property `x`."""
    told: dict[str, Any]
    lines: tuple[str, ...]
    """The edited lines, without indentation; none if it is not edited."""
    says: str = ""
    version: str = "3.1.0"
    more: Mapping[str, Any] = field(default_factory=dict)


# ruff: noqa: E501 - a row is a line
CASES = {
    "a value of numbers": Case({"type": "integer", "enum": [1, 2]}, report("unknown_value", "$.x", X, got="integer", value=3), ("+- 3",)),
    "a constant": Case({"const": "a"}, report("unknown_value", "$.x", X, got="string", value="b"), ("-const: a", "+enum: [a, b]")),
    "a value like a word of YAML": Case({"type": "string", "enum": ["yes"]}, report("unknown_value", "$.x", X, got="string", value="no"), ("+- 'no'",)),
    "a value with names": Case({"type": "string", "enum": ["a"], "x-enum-varnames": ["A"]}, report("unknown_value", "$.x", X, got="string", value="b c"), ("+- b c", "+- B_C")),
    "a value of items in a union": Case({"anyOf": [{"type": "array", "items": {"enum": ["a"]}}, {"type": "null"}]}, report("unknown_value", "$.x[*]", X, got="string", value="b"), ("+- b",)),
    "a value that was not recorded": Case({"enum": ["a"]}, report("unknown_value", "$.x", X, got="string", message="a string of 40 characters is not a documented value"), (), "may be personal data"),
    "a value of two enums": Case({"anyOf": [{"enum": ["a"]}, {"enum": ["b"]}]}, report("unknown_value", "$.x", X, got="string", value="c"), (), "several enums"),
    "a value that is known by now": Case({"enum": ["a", "b"]}, report("unknown_value", "$.x", X, got="string", value="b"), (), "The document has this by now"),
    "a member of a union": Case(UNION, report("unknown_value", "$.x.kind", X, got="string", value="Cow"), (), "add it to the union", more={"Cat": CAT, "Dog": DOG}),
    "an object that is no member": Case({"anyOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]}, report("wrong_type", "$.x", X, got="object"), (), "fits no member", more={"Cat": CAT, "Dog": DOG}),
    "an object where any object is known by now": Case({"anyOf": [{"type": "string"}, {"type": "object"}]}, report("wrong_type", "$.x", X, got="object"), (), "The document has this by now"),
    "another type of a union": Case(UNION, report("wrong_type", "$.x", X, got="string"), (), "discriminator", more={"Cat": CAT, "Dog": DOG}),
    "null of a union": Case({"oneOf": [{"type": "string"}, {"type": "integer"}]}, report("wrong_type", "$.x", X, got="null"), ("+- type: 'null'",)),
    "null of a list of types": Case({"type": ["string", "integer"]}, report("wrong_type", "$.x", X, got="null"), ("+- 'null'",)),
    "null of a reference in 3.0": Case({"$ref": "#/components/schemas/Cat"}, report("wrong_type", "$.x", X, got="null"), ("-$ref: '#/components/schemas/Cat'", "+nullable: true", "+allOf:", "+- $ref: '#/components/schemas/Cat'"), version="3.0.0", more={"Cat": CAT}),
    "null of an enum in 3.0": Case({"type": "string", "enum": ["a"]}, report("wrong_type", "$.x", X, got="null"), ("+nullable: true", "+- null"), version="3.0.0"),
    "null that is known by now": Case({"type": "string", "nullable": True}, report("wrong_type", "$.x", X, got="null"), (), "The document has this by now", version="3.0.0"),
    "a type in 3.0": Case({"type": "string", "maxLength": 3, "description": "It."}, report("wrong_type", "$.x", X, got="integer"), ("-type: string", "+anyOf:", "+- type: string", "+maxLength: 3", "+- type: integer", "-maxLength: 3"), version="3.0.0"),
    "a number": Case({"type": "integer", "minimum": 1}, report("wrong_type", "$.x", X, got="number"), ("-type: integer", "+type: number")),
    "a format": Case({"type": "string", "format": "uuid"}, report("wrong_type", "$.x", X, got="string"), ("-format: uuid",)),
    "a type that was not recorded": Case({"type": "string"}, report("wrong_type", "$.x", X), (), "has not recorded what arrived"),
    "a whole body": Case({"type": "string"}, report("wrong_type", "$", "#/paths/~1all/get/responses/200", got="array", message="Expected `All`, got `array`"), (), "the whole body differs"),
    "a field of a composed schema": Case({"allOf": [{"$ref": "#/components/schemas/Cat"}, {"type": "object", "properties": {"tail": {"type": "string"}}}]}, report("unknown_field", "$.x.paws", X, got="integer"), ("+paws:", "+type: integer", "+description: Found in responses and not described yet."), more={"Cat": CAT}),
    "a field of no known type": Case({"type": "object"}, report("unknown_field", "$.x['two words']", X), ("+properties:", "+two words:", "+description: Found in responses and not described yet.")),
    "a field with a hidden name": Case({"type": "object"}, report("unknown_field", "$.x['***']", X, got="string"), (), "has not recorded the whole name"),
    "a field that is known by now": Case({"type": "object", "properties": {"y": {}}}, report("unknown_field", "$.x.y", X, got="string"), (), "The document has this by now"),
    "a field required by a composing schema": Case({"allOf": [{"$ref": "#/components/schemas/Cat"}, {"required": ["kind", "name"]}]}, report("missing_field", "$.x.name", "#/components/schemas/Cat/properties/name"), ("-- name",), more={"Cat": {"type": "object", "properties": {"name": {"type": "string"}}}}),
    "a field that is optional by now": Case({"type": "string"}, report("missing_field", "$.x", X), (), "The document has this by now"),
    "a status that is covered": Case({}, report("undocumented_status", "$", "#/paths/~1all/get/responses"), (), "The document has this by now"),
    "a status without a body": Case({}, {**report("undocumented_status", "$", "#/paths/~1all/get/responses"), "status_code": 500}, ("+'500':", "+description: Found in responses and not described yet.")),
    "a place that is gone": Case({}, report("unknown_field", "$.y", "#/components/schemas/Gone", got="string"), (), "Not about this document"),
    "a request without an operation": Case({}, report("undocumented_status", "$", ""), (), "Not about this document"),
    "a type in Swagger 2.0": Case({"type": "string"}, report("wrong_type", "$.x", "#/definitions/All/properties/x", got="integer"), (), "Swagger 2.0 has no unions", version="2.0"),
    "null in Swagger 2.0": Case({"type": "string"}, report("wrong_type", "$.x", "#/definitions/All/properties/x", got="null"), ("+x-nullable: true",), version="2.0"),
    "a status in Swagger 2.0": Case({"type": "string"}, {**report("undocumented_status", "$", "#/paths/~1all/get/responses"), "status_code": 201}, ("+'201':", "+description: Found in responses and not described yet.", "+schema:", "+$ref: '#/definitions/All'"), version="2.0"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_difference_is_edited_or_left_to_people(
    case: Case, tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    document = yaml.safe_load(api(case.version, **case.more))
    document["components"]["schemas"]["All"]["properties"]["x"] = case.x
    written(
        tmp_path,
        as_swagger(document) if case.version == "2.0" else yaml.safe_dump(document, sort_keys=False),
        case.told,
    )
    arguments = ["drift", "drift.jsonl", "--spec", "openapi.yaml"]
    is_left = bool(case.says) and case.says not in {"The document has this by now", "Not about this document"}
    assert main([*arguments, "--patch"], FACE) == is_left
    done = capsys.readouterr()
    assert [line[0] + line[1:].lstrip() for line in edits(done.out)] == [*case.lines]
    assert main(arguments, FACE) == bool(case.lines or is_left)
    assert case.says in capsys.readouterr().out
    if case.lines:
        assert main([*arguments, "--apply"], FACE) == 0
        capsys.readouterr()
        assert main(arguments, FACE) == 0
        assert "describes all that was reported" in capsys.readouterr().out


def as_swagger(document: Any) -> str:
    for response in document["paths"]["/all"]["get"]["responses"].values():
        response["schema"] = {"$ref": "#/definitions/All"}
        del response["content"]
    old = {
        "swagger": "2.0",
        "info": document["info"],
        "produces": ["application/json"],
        "paths": document["paths"],
        "definitions": document["components"]["schemas"],
    }
    return yaml.safe_dump(old, sort_keys=False)
