"""The ledger catches whatever the model lacks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from codegen.document.node import Node, json_pointer
from codegen.document.problems import Refused
from codegen.model.api import Api
from codegen.model.operations import Operation
from codegen.verify.ledger import Waiver, reconcile, schemas
from tests.verify.ledger.loaded import CREATE, LIST, changed, lacking, without_field


def test_the_whole_model_is_accounted_for(root: Node, api: Api) -> None:
    found = reconcile(root, api)
    assert found.counts["operation"] == 3
    assert found.counts["parameter"] == 8
    assert found.counts["request body"] == 1
    assert found.counts["response"] == 6
    assert found.counts["header"] == 2
    assert found.counts["enum member"] == 9


def test_waivers_are_listed(root: Node, api: Api) -> None:
    place = ("components", "schemas", "Animal", "properties", "secret")
    assert reconcile(root, api).waivers == (Waiver("never shown", place),)


def test_shared_parts_that_nothing_uses_are_listed(root: Node, api: Api) -> None:
    assert reconcile(root, api).unused == (("components", "parameters", "Unused"),)


def without_response(operation: Operation) -> Operation:
    return replace(operation, responses=operation.responses[:-1])


def without_parameter(name: str) -> Callable[[Operation], Operation]:
    def change(operation: Operation) -> Operation:
        kept = tuple(one for one in operation.parameters if one.wire_name != name)
        return replace(operation, parameters=kept)

    return change


def without_media(operation: Operation) -> Operation:
    first, *others = operation.responses
    return replace(operation, responses=(replace(first, media=first.media[:1]), *others))


def without_headers(operation: Operation) -> Operation:
    first, *others = operation.responses
    return replace(operation, responses=(replace(first, headers=first.headers[:1]), *others))


def without_member(api: Api) -> Api:
    enum = api.enums["AnimalLevel"]
    return replace(api, enums={**api.enums, "AnimalLevel": replace(enum, members=enum.members[:1])})


MUTATIONS: dict[str, tuple[Callable[[Api], Api], str]] = {
    "operation": (lambda api: replace(api, operations=api.operations[1:]), "/paths/~1animals/get"),
    "parameter": (changed(LIST, without_parameter("status")), "/paths/~1animals/get/parameters/1"),
    "parameter of the path in one operation": (
        changed(CREATE, without_parameter("X-Tenant")),
        "/paths/~1animals/parameters/0",
    ),
    "referenced parameter": (changed(LIST, without_parameter("sort")), "/paths/~1animals/get/parameters/2"),
    "body": (changed(CREATE, lambda one: replace(one, body=None)), "/paths/~1animals/post/requestBody"),
    "shared response in one operation": (
        changed(CREATE, without_response),
        "/paths/~1animals/post/responses/4XX",
    ),
    "media type": (
        changed(LIST, without_media),
        "/paths/~1animals/get/responses/200/content/application~1vnd.zoo+json; charset=utf-8",
    ),
    "header": (changed(LIST, without_headers), "/paths/~1animals/get/responses/200/headers/X-Rate"),
    "property": (without_field("Animal", "born"), "/components/schemas/Animal/properties/born"),
    "composed property": (
        without_field("Dog", "bark"),
        "/components/schemas/Dog/allOf/1/properties/bark",
    ),
    "inherited property": (without_field("Dog", "born"), "/components/schemas/Dog/allOf/0"),
    "inline property": (
        without_field("NewAnimalPart", "size"),
        "/components/requestBodies/NewAnimal/content/application~1json/schema/properties/parts/items/properties/size",
    ),
    "model": (lacking("models", "NullableAddress"), "/components/schemas/NullableAddress"),
    "enum member": (without_member, "/components/schemas/Animal/properties/level/enum/1"),
    "enum": (lacking("enums", "Sort"), "/components/parameters/Sort/schema/enum/0"),
    "alias": (lacking("aliases", "Ids"), "/components/schemas/Ids"),
}


@pytest.mark.parametrize(("mutate", "where"), MUTATIONS.values(), ids=MUTATIONS)
def test_what_is_lost_is_shown_at_its_place(
    root: Node, api: Api, mutate: Callable[[Api], Api], where: str
) -> None:
    with pytest.raises(Refused) as caught:
        reconcile(root, mutate(api))
    assert {problem.rule for problem in caught.value.problems} == {"lost"}
    assert where in {json_pointer(problem.where) for problem in caught.value.problems}


def test_a_part_that_the_ledger_overlooks_counts_as_lost(
    root: Node, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schemas, "_HELD", {})
    with pytest.raises(Refused) as caught:
        reconcile(root, api)
    assert {problem.rule for problem in caught.value.problems} == {"lost"}
