"""Values of schemas: a validator accepts each, or it is said that there is none."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from codegen.standard.patterns import matching_texts
from corpus.original import Original
from corpus.schemas import Direction, Schemas
from corpus.synthesise import Impossible, Synthesiser
from corpus.texts import FORMATS, Alphabet

COMPONENTS = """
Tree:
  type: object
  required: [kids]
  properties: {kids: {type: array, items: {$ref: "#/components/schemas/Tree"}}}
Ring:
  type: object
  required: [next]
  properties: {next: {anyOf: [{$ref: "#/components/schemas/Ring"}, {type: "null"}]}}
Endless: {type: object, required: [next], properties: {next: {$ref: "#/components/schemas/Endless"}}}
Self: {allOf: [{$ref: "#/components/schemas/Self"}]}
Pet:
  type: object
  required: [kind]
  properties: {kind: {type: string}}
  discriminator: {propertyName: kind, mapping: {dog: "#/components/schemas/Dog"}}
Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {bark: {type: boolean}}}]}
Fish: {type: object, properties: {kind: {type: string}}}
"""


def synthesiser(version: str, direction: Direction = Direction.SENT) -> Synthesiser:
    return Synthesiser(
        Schemas(
            Original({"openapi": version, "components": {"schemas": yaml.safe_load(COMPONENTS)}}), direction
        )
    )


def made(schema: dict[str, Any], version: str = "3.1.0", **options: Any) -> Any:
    return synthesiser(version).value(schema, **{"full": True, **options})


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


POSSIBLE: list[dict[str, Any]] = [
    {},
    {"type": ["null", "integer"]},
    {"type": "integer", "minimum": 12, "maximum": 13},
    {"type": "integer", "exclusiveMinimum": 12, "multipleOf": 5},
    {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
    {"type": "number", "maximum": -1000},
    {"type": "number", "multipleOf": 0.01, "minimum": 0.005},
    {"type": "string", "minLength": 100, "maxLength": 101},
    {"type": "string", "maxLength": 1},
    {"type": "string", "maxLength": 0},
    {"type": "string", "pattern": "^[A-Z]{2}-[0-9]{3,}$", "maxLength": 7},
    {"type": "string", "pattern": "^(?=.*[0-9])[a-z0-9]+$", "minLength": 12},
    {"type": "string", "pattern": r"^\p{L}+$"},
    {"type": "string", "pattern": r"^\d[\d-]\[[\p{Lu}_]\p{Lu}\\d$"},
    {"type": "string", "pattern": r"^([0-9]{1,3}\.){3}[0-9]{1,3}(\/([0-9]|[1-2][0-9]|3[0-2]))?$"},
    {"type": "string", "pattern": "^[a-z]([-a-z0-9]*[a-z0-9])?$", "minLength": 50, "maxLength": 63},
    {"enum": [None, "a"]},
    {"const": {"a": [1]}},
    {"type": "string", "enum": ["a", 1, None]},
    {"allOf": [{"minimum": 3}, {"maximum": 3}, {"type": "integer"}]},
    {"allOf": [{"properties": {"a": {}}}, {"required": ["a"], "properties": {"a": {"enum": ["x"]}}}]},
    {"oneOf": [{"type": "integer"}, {"type": "number"}]},
    {"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "properties": {"a": {}, "b": {}}},
    {
        "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
        "not": {"required": ["a", "b"]},
        "properties": {"a": {}, "b": {}},
    },
    {"required": ["x"], "properties": {"x": {"not": {"required": ["a"]}, "properties": {"a": {}, "b": {}}}}},
    {"anyOf": [False, {"type": "boolean"}]},
    {"type": "array", "uniqueItems": True, "minItems": 3, "items": {"enum": [1, 2, 3]}},
    {"type": "array", "items": {"type": "string", "format": "date"}, "minItems": 2, "uniqueItems": True},
    {"type": "array", "prefixItems": [{"type": "string"}, {}], "items": False, "minItems": 2},
    {"type": "array", "contains": {"const": 5}, "items": {"type": "integer"}},
    {"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2},
    {"type": "object", "required": ["x"], "additionalProperties": {"type": "integer"}},
    {"patternProperties": {"^x-": {"type": "integer"}}, "additionalProperties": False, "minProperties": 1},
    {"type": "object", "propertyNames": {"pattern": "^[a-z]{3}$"}, "minProperties": 1},
    {"type": "object", "properties": {"impossible": False, "a": {"type": "string"}}},
    {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "properties": {"a": {}, "b": {}}},
    {"not": {"type": "string"}, "anyOf": [{"type": "string"}, {"type": "integer"}]},
    ref("Tree"),
    ref("Ring"),
    ref("Dog"),
    {"type": "array", "items": ref("Endless")},
    {"type": "object", "properties": {"endless": ref("Endless"), "a": {"type": "string"}}},
]  # fmt: skip


@pytest.mark.parametrize("full", [True, False], ids=["full", "least"])
@pytest.mark.parametrize("schema", POSSIBLE, ids=str)
def test_a_value_is_found_that_the_validator_accepts(schema: dict[str, Any], full: bool) -> None:
    for alphabet in Alphabet:
        maker = synthesiser("3.1.0")
        value = maker.value(schema, full=full, alphabet=alphabet)
        assert maker._schemas.is_valid(schema, value)


IMPOSSIBLE: list[dict[str, Any]] = [
    {"type": "integer", "minimum": 3, "maximum": 2},
    {"allOf": [{"type": "string"}, {"type": "integer"}]},
    {"type": "object", "required": ["a"], "properties": {"a": False}},
    {"anyOf": [False]},
    ref("Endless"),
    ref("Self"),
]


@pytest.mark.parametrize("schema", IMPOSSIBLE, ids=str)
def test_a_schema_without_a_value_is_reported(schema: dict[str, Any]) -> None:
    with pytest.raises(Impossible):
        made(schema)


STRICTER_THAN_MEANT: list[tuple[dict[str, Any], type]] = [
    ({"type": "string", "pattern": "/^[a-z]+$/i"}, str),
    ({"type": "object", "required": ["pattern"], "properties": {"pattern": {"pattern": "/^a$/"}}}, str),
    (
        {
            "allOf": [{"additionalProperties": {"type": "object"}}, {"type": "object"}],
            "required": ["additionalProperties"],
            "properties": {"additionalProperties": {"type": "boolean"}},
        },
        bool,
    ),
]


@pytest.mark.parametrize(("schema", "kind"), STRICTER_THAN_MEANT, ids=str)
def test_the_type_is_kept_if_no_value_is_valid(schema: dict[str, Any], kind: type) -> None:
    found = made(schema, full=False, alphabet=Alphabet.PLAIN)
    assert isinstance(next(iter(found.values())) if isinstance(found, dict) else found, kind)


@pytest.mark.parametrize("name", FORMATS)
def test_texts_of_a_format_are_what_the_validator_takes_for_it(name: str) -> None:
    schema = {"type": "string", "format": name}
    maker = synthesiser("3.1.0")
    assert {maker.value(schema, full=True, nth=nth) for nth in (0, 1)} == {*FORMATS[name]}


def test_schemas_of_3_0_are_read_by_its_rules() -> None:
    assert made({"type": "integer", "minimum": 1, "exclusiveMinimum": True, "maximum": 2}, "3.0.3") == 2
    maker = synthesiser("3.0.3")
    schema = {"type": "string", "nullable": True, "enum": ["a"]}
    assert maker.value(schema, full=True) == "a"
    assert maker._schemas.is_valid(schema, None)
    beside = {"$ref": "#/components/schemas/Tree", "type": "string"}
    assert isinstance(made(beside, "3.0.3"), dict)


def test_a_discriminator_has_the_value_of_the_component() -> None:
    assert made(ref("Dog"))["kind"] == "dog"
    assert made(ref("Pet"))["kind"] == "Pet"
    fish = {"oneOf": [ref("Fish")], "discriminator": {"propertyName": "kind"}}
    assert made(fish)["kind"] == "Fish"


def test_properties_that_do_not_go_this_way_are_left_out() -> None:
    schema = {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "at": {"type": "string", "readOnly": True},
            "password": {"type": "string", "writeOnly": True},
        },
    }
    assert set(made(schema)) == {"password"}
    assert set(synthesiser("3.1.0", Direction.RECEIVED).value(schema, full=True)) == {"id", "at"}


def test_values_beside_one_another_differ() -> None:
    texts = {"type": "object", "properties": {name: {"type": "string"} for name in "abc"}}
    assert len(set(made(texts).values())) == 3
    numbers = {"type": "integer"}
    assert made(numbers, nth=0) != made(numbers, nth=1)


@pytest.mark.parametrize("pattern", [r"\d" * 20_000, "(a|b|c){5000}" * 50, "((a{1000}){1000}){1000}"])
def test_no_string_is_made_for_a_pattern_of_very_long_ones(pattern: str) -> None:
    assert [*matching_texts(pattern)] == []
