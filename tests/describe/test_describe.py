"""The model of a document that has one of everything."""

from __future__ import annotations

import pytest
import yaml

from codegen.describe import describe
from codegen.document.node import Node, placed
from codegen.model.api import Api
from codegen.model.classes import Field
from codegen.model.notes import Absent
from codegen.model.operations import Operation, Requirement
from codegen.model.types import ListOf, MapOf, Named, Scalar, UnionOf
from codegen.simplify import simplify
from tests.conftest import ROOT

ZOO = ROOT / "tests/documents/zoo.yaml"


@pytest.fixture(scope="module")
def zoo() -> Api:
    root = placed(yaml.safe_load(ZOO.read_text()))
    assert isinstance(root, Node)
    simplified = simplify(root)
    return describe(simplified)


def operation(api: Api, method: str, path: str) -> Operation:
    (found,) = (one for one in api.operations if (one.method, one.path) == (method, path))
    return found


def fields(api: Api, model: str) -> dict[str, Field]:
    return {field.wire_name: field for field in api.models[model].fields}


def test_the_document_as_a_whole(zoo: Api) -> None:
    assert (zoo.title, zoo.version) == ("Zoo", "2")
    assert [server.url for server in zoo.servers] == ["https://eu.zoo.example/v1"]
    assert [tag.name for tag in zoo.tags] == ["Animals", "Extra"]
    assert zoo.tags[0].description == "All of them"
    assert [(scheme.name, scheme.http_scheme) for scheme in zoo.schemes] == [("token", "bearer")]


def test_security_of_the_operation_goes_before_the_documents(zoo: Api) -> None:
    assert operation(zoo, "GET", "/animals").security == ()
    assert operation(zoo, "POST", "/animals").security == ((Requirement("token"),),)


def test_parameters_of_the_path_are_the_operations_too_unless_it_has_its_own(zoo: Api) -> None:
    listing = {one.wire_name: one for one in operation(zoo, "GET", "/animals").parameters}
    creating = {one.wire_name: one for one in operation(zoo, "POST", "/animals").parameters}
    assert list(listing) == ["X-Tenant", "limit", "status", "sort"]
    assert listing["limit"].required
    assert listing["limit"].notes.default is Absent.ABSENT
    assert not creating["limit"].required
    assert creating["limit"].notes.default == 10
    assert creating["limit"].notes.constraints == {"maximum": 100}
    assert listing["status"].type == ListOf(Named("AnimalStatus"))


def test_path_parameters_come_in_the_order_of_the_path(zoo: Api) -> None:
    photo = operation(zoo, "DELETE", "/animals/{animalId}/photos/{n}")
    assert [one.wire_name for one in photo.parameters] == ["animalId", "n"]
    assert photo.parameters[0].type is Scalar.UUID
    assert (photo.id, photo.tag) == (None, None)


def test_bodies_and_responses(zoo: Api) -> None:
    creating = operation(zoo, "POST", "/animals")
    assert creating.body is not None
    assert creating.body.required
    assert [(media.media_type, media.type) for media in creating.body.media] == [
        ("application/json", Named("NewAnimalRequest"))
    ]
    assert [(one.status, [media.type for media in one.media]) for one in creating.responses] == [
        ("201", []),
        ("202", [Scalar.ANY]),
        ("4XX", [Named("OopsResponse")]),
    ]


def test_headers_of_responses(zoo: Api) -> None:
    answer = operation(zoo, "GET", "/animals").responses[0]
    assert [(one.wire_name, one.type, one.required) for one in answer.headers] == [
        ("X-Total", Scalar.INTEGER, True),
        ("X-Rate", Scalar.NUMBER, False),
    ]
    assert ("components", "headers", "Rate") in answer.headers[1].origins


def test_the_fields_of_a_model(zoo: Api) -> None:
    animal = fields(zoo, "Animal")
    assert {name: field.type for name, field in animal.items()} == {
        "id": Scalar.UUID,
        "kind": UnionOf((Named("AnimalKind"), Scalar.NULL)),
        "mother": UnionOf((Named("Animal"), Scalar.NULL)),
        "children": ListOf(Named("Animal")),
        "friends": MapOf(Named("Animal")),
        "level": Named("AnimalLevel"),
        "address": UnionOf((Named("NullableAddress"), Scalar.NULL)),
        "extra": MapOf(Scalar.ANY),
        "anything": Scalar.ANY,
        "born": Scalar.DATE,
        "grid": ListOf(ListOf(MapOf(Scalar.STRING))),
        "weight": Scalar.NUMBER,
        "idOrNumber": UnionOf((Scalar.STRING, Scalar.INTEGER)),
        "seen": Scalar.DATETIME,
        "meta": Named("MetaData"),
    }
    assert [name for name, field in animal.items() if field.required] == ["id", "kind"]
    assert animal["mother"].notes.description == "Hers"
    assert animal["level"].notes.default == 1
    assert animal["seen"].read_only
    assert animal["weight"].notes.deprecated
    assert animal["weight"].notes.examples == (4.5,)


def test_a_composed_model_has_the_fields_of_all_its_parts(zoo: Api) -> None:
    dog = fields(zoo, "Dog")
    assert list(dog) == [*fields(zoo, "Animal"), "bark"]
    assert dog["kind"].type == Named("DogKind")
    assert dog["born"].required
    assert zoo.models["Dog"].notes.description == "A dog"


def test_enumerations(zoo: Api) -> None:
    assert [member.value for member in zoo.enums["AnimalKind"].members] == ["cat", "dog"]
    assert zoo.enums["AnimalLevel"].base == "integer"
    assert zoo.enums["AnimalKind"].origins[0] == ("components", "schemas", "Animal", "properties", "kind")


def test_components_without_a_class(zoo: Api) -> None:
    assert {name: alias.type for name, alias in zoo.aliases.items()} == {
        "Id": Scalar.UUID,
        "Ids": ListOf(Scalar.UUID),
        "IdAlias": Named("Animal"),
        "IdAlias2": Scalar.UUID,
        "Grid": ListOf(ListOf(MapOf(Scalar.STRING))),
        "Labels": MapOf(Scalar.STRING),
    }


def test_types_of_parameters_bodies_and_responses(zoo: Api) -> None:
    photo = operation(zoo, "DELETE", "/animals/{animalId}/photos/{n}")
    assert [(one.location, one.wire_name, one.type, one.required) for one in photo.parameters] == [
        ("path", "animalId", Scalar.UUID, True),
        ("path", "n", Scalar.INTEGER, True),
    ]
    assert [(one.status, one.media) for one in photo.responses] == [("204", ())]
    listing = operation(zoo, "GET", "/animals")
    assert {one.media_type: one.type for one in listing.responses[0].media} == {
        "application/json": Named("ListAnimalsResponse"),
        "application/vnd.zoo+json; charset=utf-8": ListOf(ListOf(Scalar.NUMBER)),
    }
    creating = operation(zoo, "POST", "/animals")
    assert creating.body is not None
    assert [one.type for one in creating.body.media] == [Named("NewAnimalRequest")]
    assert {one.status: [each.type for each in one.media] for one in creating.responses}["202"] == [
        Scalar.ANY
    ]


@pytest.mark.parametrize(
    ("kinds", "constants"),
    [
        pytest.param((["circle"], ["square"]), ("circle", "square"), id="a value each"),
        pytest.param((["circle", "square"],) * 2, ("circle", "square"), id="the values of both in each"),
        pytest.param((["circle", "disc"], ["square"]), (Absent.ABSENT, "square"), id="two values for one"),
        pytest.param(("Kind", "Kind"), ("circle", "square"), id="an enumeration that both share"),
    ],
)
def test_a_discriminator_is_a_constant_if_it_can_have_one_value(
    kinds: tuple[list[str] | str, ...], constants: tuple[str | Absent, ...]
) -> None:
    def kind(values: list[str] | str) -> object:
        is_shared = isinstance(values, str)
        return {"$ref": f"#/components/schemas/{values}"} if is_shared else {"type": "string", "enum": values}

    schemas: dict[str, object] = {
        name: {"type": "object", "required": ["kind"], "properties": {"kind": kind(values)}}
        for name, values in zip(("Round", "Square"), kinds, strict=True)
    }
    members = {"circle": "#/components/schemas/Round", "square": "#/components/schemas/Square"}
    schemas["Shape"] = {
        "oneOf": [{"$ref": place} for place in members.values()],
        "discriminator": {"propertyName": "kind", "mapping": members},
    }
    schemas["Kind"] = {"type": "string", "enum": ["circle", "square", "triangle"]}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Shape"}}}
    body = {"requestBody": {"content": content}, "responses": {"204": {"description": "Drawn."}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shapes", "version": "1"},
        "paths": {"/shapes": {"post": body}},
        "components": {"schemas": schemas},
    }
    root = placed(document)
    assert isinstance(root, Node)
    api = describe(simplify(root))
    assert tuple(fields(api, name)["kind"].constant for name in ("Round", "Square")) == constants
