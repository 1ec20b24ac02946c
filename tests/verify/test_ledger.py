"""The ledger catches whatever the model lacks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from msgspec.structs import replace

from codegen.describe import describe
from codegen.document.node import Node, json_pointer, placed
from codegen.document.problems import Refused
from codegen.model.api import Api
from codegen.model.operations import Operation
from codegen.model.types import Named
from codegen.simplify import simplify
from codegen.verify.ledger import Waiver, reconcile, schemas
from tests.conftest import ROOT

ZOO = ROOT / "tests/documents/zoo.yaml"
LIST, CREATE = ("GET", "/animals"), ("POST", "/animals")


@pytest.fixture(scope="module")
def root() -> Node:
    loaded = placed(yaml.safe_load(ZOO.read_text()))
    assert isinstance(loaded, Node)
    return loaded


@pytest.fixture(scope="module")
def api(root: Node) -> Api:
    simplified = simplify(root)
    return describe(simplified)


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


def changed(key: tuple[str, str], change: Callable[[Operation], Operation]) -> Callable[[Api], Api]:
    def apply(api: Api) -> Api:
        return replace(
            api,
            operations=tuple(change(one) if (one.method, one.path) == key else one for one in api.operations),
        )

    return apply


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


def without_field(model: str, name: str) -> Callable[[Api], Api]:
    def apply(api: Api) -> Api:
        one = api.models[model]
        kept = tuple(field for field in one.fields if field.wire_name != name)
        return replace(api, models={**api.models, model: replace(one, fields=kept)})

    return apply


def without_member(api: Api) -> Api:
    enum = api.enums["AnimalLevel"]
    return replace(api, enums={**api.enums, "AnimalLevel": replace(enum, members=enum.members[:1])})


def lacking(kind: str, name: str) -> Callable[[Api], Api]:
    def apply(api: Api) -> Api:
        kept = {key: value for key, value in getattr(api, kind).items() if key != name}
        return replace(api, **{kind: kept})

    return apply


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


def loaded_and_described(text: str) -> tuple[Node, Api]:
    loaded = placed(yaml.safe_load(text))
    assert isinstance(loaded, Node)
    simplified = simplify(loaded)
    return loaded, describe(simplified)


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


def test_a_header_of_a_part_that_the_model_lacks_is_caught() -> None:
    loaded, api = loaded_and_described((RECEIVED.parents[1] / "multipart/openapi.yaml").read_text())
    reconcile(loaded, api)
    *others, operation = sorted(api.operations, key=lambda one: one.id == "createUpload")
    assert operation.body is not None
    (media,) = operation.body.media
    body = replace(operation.body, media=(replace(media, encodings={}),))
    with pytest.raises(Refused) as caught:
        reconcile(loaded, replace(api, operations=(*others, replace(operation, body=body))))
    assert [str(problem.where[-1]) for problem in caught.value.problems] == ["X-Rotation", "X-Taken"]


RECEIVED = ROOT / "tests/cases/received/openapi.yaml"


@pytest.fixture(scope="module")
def received() -> tuple[Node, Api]:
    return loaded_and_described(RECEIVED.read_text())


def without_body(name: str) -> Callable[[Api], Api]:
    def apply(api: Api) -> Api:
        changed = (
            replace(one, operation=replace(one.operation, body=None)) if one.name == name else one
            for one in api.received
        )
        return replace(api, received=tuple(changed))

    return apply


def without_received(name: str) -> Callable[[Api], Api]:
    return lambda api: replace(api, received=tuple(one for one in api.received if one.name != name))


def without_links(api: Api) -> Api:
    get, subscribe = api.operations
    (answer,) = get.responses
    return replace(
        api, operations=(replace(get, responses=(replace(answer, links=answer.links[1:]),)), subscribe)
    )


CALLBACKS = "/paths/~1subscriptions/post/callbacks"


@pytest.mark.parametrize(
    ("mutate", "place"),
    [
        (without_received("newPet"), "/webhooks/newPet/post"),
        (without_body("newPet"), "/webhooks/newPet/post/requestBody"),
        (without_field("NewPetWebhookRequest", "name"), "schema/properties/name"),
        (without_received("onPet"), f"{CALLBACKS}/onPet"),
        (without_body("onPet"), f"{CALLBACKS}/onPet/{{$request.body#~1url}}/post/requestBody"),
        (without_received("shared"), f"{CALLBACKS}/shared"),
        (without_body("shared"), "/components/callbacks/Shared/{$request.query.url}/put/requestBody"),
        (without_links, "/paths/~1pets~1{id}/get/responses/200/links/next"),
    ],
)
def test_what_is_received_is_accounted_for(
    received: tuple[Node, Api], mutate: Callable[[Api], Api], place: str
) -> None:
    root, api = received
    counts = reconcile(root, api).counts
    assert (counts["callback"], counts["link"], counts["request body"]) == (2, 2, 7)
    with pytest.raises(Refused) as caught:
        reconcile(root, mutate(api))
    assert any(json_pointer(problem.where).endswith(place) for problem in caught.value.problems)


def _loses_nothing(text: str) -> Api:
    root = placed(yaml.safe_load(text))
    assert isinstance(root, Node)
    simplified = simplify(root)
    api = describe(simplified)
    reconcile(root, api)
    return api


HEADERS = """\
openapi: 3.0.3
info: {title: A, version: '1'}
paths:
  /a:
    parameters: [{name: X-Trace, in: header, schema: {type: string}}]
    get:
      parameters: [{name: x-trace, in: header, schema: {type: string}}]
      responses: {'204': {description: Done.}}
"""


def test_headers_are_the_same_parameter_in_any_case() -> None:
    api = _loses_nothing(HEADERS)
    assert [parameter.wire_name for parameter in api.operations[0].parameters] == ["x-trace"]


SCHEMAS = """\
openapi: 3.0.3
info: {{title: A, version: '1'}}
paths: {{}}
components: {{schemas: {{{}}}}}
"""

BESIDE_A_REFERENCE = """\
B: {type: string},
A: {type: object, properties: {b: {$ref: '#/components/schemas/B', enum: [x]}}}
"""

EXCLUDED_BY_AN_ENUM = "A: {enum: [''], oneOf: [{type: array, items: {type: string}}, {type: string}]}"

EXCLUDED_BY_A_TYPE = """\
A: {type: array, items: {type: string}, oneOf: [
  {type: object, properties: {x: {type: string}}}, {type: array, items: {type: string}}]}
"""

COMPOSED_WITH_AN_OBJECT = """\
A: {allOf: [
  {properties: {x: {type: array, items: {oneOf: [
    {type: object, nullable: true, properties: {y: {}}}, {type: object, properties: {z: {}}}]}}}},
  {properties: {x: {type: array, items: {type: object, nullable: true}}}}]}
"""

BY_ANOTHER_NAME = """\
P: {type: object, properties: {x: {type: string}}},
O: {type: object, properties: {y: {type: string}}},
Q: {allOf: [{$ref: '#/components/schemas/P'}]},
A: {properties: {b: {oneOf: [{$ref: '#/components/schemas/Q'}, {$ref: '#/components/schemas/O'}]}}},
C: {properties: {c: {oneOf: [{$ref: '#/components/schemas/Q'}, {$ref: '#/components/schemas/O'}]}}}
"""

TEXT_WITH_A_SCHEMA = """\
A: {properties: {t: {type: string, contentMediaType: application/json,
  contentSchema: {properties: {x: {type: object, properties: {y: {type: integer}}}}}}}}
"""


@pytest.mark.parametrize(
    "schemas",
    [
        BESIDE_A_REFERENCE,
        EXCLUDED_BY_AN_ENUM,
        EXCLUDED_BY_A_TYPE,
        COMPOSED_WITH_AN_OBJECT,
        BY_ANOTHER_NAME,
        TEXT_WITH_A_SCHEMA,
    ],
    ids=[
        "beside a reference in 3.0",
        "excluded by an enum",
        "by a type",
        "a union composed with an object",
        "a member by another name",
        "a text with a schema of its content",
    ],
)
def test_what_says_nothing_is_not_missed(schemas: str) -> None:
    _loses_nothing(SCHEMAS.format(schemas))
