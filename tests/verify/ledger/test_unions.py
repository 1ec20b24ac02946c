"""The ledger finds what the model of a union lacks."""

from __future__ import annotations

import pytest
import yaml
from msgspec.structs import replace

from codegen.describe import describe
from codegen.document.node import Node, json_pointer, placed
from codegen.document.problems import Refused
from codegen.model.types import Named
from codegen.simplify import simplify
from codegen.verify.ledger import reconcile
from tests.verify.ledger.loaded import loaded_and_described


def test_the_values_of_several_enums_in_a_union_are_all_accounted_for() -> None:
    loaded = placed(
        yaml.safe_load(
            "{openapi: 3.1.0, info: {title: Test, version: '1'}, paths: {}, components: {schemas: {"
            "Colour: {oneOf: [{const: red}, {type: string, enum: [blue, green]}]}}}}"
        )
    )
    assert isinstance(loaded, Node)
    simplified = simplify(loaded)
    api = describe(simplified)
    assert [member.value for member in api.enums["Colour"].members] == ["red", "blue", "green"]
    assert reconcile(loaded, api).counts["enum member"] == 3


def test_the_empty_text_beside_another_type_is_accounted_for_as_a_text() -> None:
    loaded = placed(
        yaml.safe_load(
            "{openapi: 3.1.0, info: {title: Test, version: '1'}, paths: {}, components: {schemas: {"
            "Tags: {type: object, properties: {tags: {anyOf: [{type: object}, {enum: ['']}]}}}}}}"
        )
    )
    assert isinstance(loaded, Node)
    simplified = simplify(loaded)
    api = describe(simplified)
    assert not api.enums
    assert reconcile(loaded, api).counts["schema"] == 4


UNIONS = """
openapi: 3.1.0
info: {title: Test, version: '1'}
paths: {}
components:
  schemas:
    Cat: {type: object, properties: {lives: {type: integer}}}
    Dog: {type: object, properties: {bark: {type: string}}}
    Colour: {type: string, enum: [red]}
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
    Things:
      type: array
      items: {oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Colour'}]}
    Toy: {oneOf: [{type: object, properties: {ball: {}}}, {type: object, properties: {bone: {}}}]}
"""


@pytest.mark.parametrize(
    ("union", "member", "place"),
    [
        ("Pet", "Cat", "/components/schemas/Pet/oneOf/0"),
        ("Pet", "Dog", "/components/schemas/Pet/oneOf/1"),
        ("Thing", "Pet", "/components/schemas/Things/items/oneOf/0"),
        ("Thing", "Colour", "/components/schemas/Things/items/oneOf/1"),
    ],
)
def test_a_union_that_lacks_a_member_is_caught(union: str, member: str, place: str) -> None:
    loaded, api = loaded_and_described(UNIONS)
    kept = tuple(one for one in api.unions[union].members if one != Named(member))
    assert len(kept) == 1
    mutated = replace(api, unions={**api.unions, union: replace(api.unions[union], members=kept)})
    reconcile(loaded, api)
    with pytest.raises(Refused) as caught:
        reconcile(loaded, mutated)
    assert [json_pointer(problem.where) for problem in caught.value.problems] == [place]


def test_a_union_that_is_gone_is_caught() -> None:
    loaded, api = loaded_and_described(UNIONS)
    with pytest.raises(Refused) as caught:
        reconcile(loaded, replace(api, unions={}))
    places = {json_pointer(problem.where) for problem in caught.value.problems}
    assert {f"/components/schemas/{place}" for place in ("Pet", "Toy", "Things/items/oneOf/0")} <= places


def test_an_object_that_only_a_union_uses_is_caught_when_it_lacks_a_property() -> None:
    loaded, api = loaded_and_described(UNIONS)
    emptied = replace(api.models["ToyWithBone"], fields=())
    with pytest.raises(Refused) as caught:
        reconcile(loaded, replace(api, models={**api.models, "ToyWithBone": emptied}))
    assert [json_pointer(problem.where) for problem in caught.value.problems] == [
        "/components/schemas/Toy/oneOf/1/properties/bone"
    ]


def test_further_properties_that_a_model_lacks_are_caught() -> None:
    loaded, api = loaded_and_described(
        "{openapi: 3.1.0, info: {title: Test, version: '1'}, paths: {}, components: {schemas: {"
        "Label: {properties: {text: {type: string}}}, "
        "Labels: {properties: {name: {type: string}}, "
        "additionalProperties: {$ref: '#/components/schemas/Label'}}}}}"
    )
    reconcile(loaded, api)
    lacking = replace(api.models["Labels"], extra=None)
    with pytest.raises(Refused) as caught:
        reconcile(loaded, replace(api, models={**api.models, "Labels": lacking}))
    assert [json_pointer(problem.where) for problem in caught.value.problems] == [
        "/components/schemas/Labels/additionalProperties"
    ]
