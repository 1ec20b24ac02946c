"""The second reader: what openapi-python-client is shown, and that it finds the mistakes of `describe`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
import yaml

from codegen.describe import describe
from codegen.document.node import Node, Pointer, json_pointer, placed
from codegen.document.problems import Problem, Refused
from codegen.model.api import Api
from codegen.model.classes import Model
from codegen.model.operations import Operation, Response
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf
from codegen.pipeline import package
from codegen.simplify import simplify
from codegen.simplify.forms import read_schemas
from codegen.standard.positions import Document
from codegen.standard.rules import STRICT_RULES
from codegen.verify.second_reader.adapter import read_piece
from codegen.verify.second_reader.comparison import differences
from codegen.verify.second_reader.plain import Plain, plain_document


def document(text: str) -> Node:
    root = placed(yaml.safe_load(text))
    assert isinstance(root, Node)
    return root


def second_reading(api: Api, shown: Plain) -> list[Problem]:
    return differences(api, shown, [read_piece(piece) for piece in shown.pieces])


ALL_KINDS = """
openapi: 3.1.0
info: {title: All kinds, version: "1"}
paths:
  /shops/{shop}/pets/{pet}:
    put:
      parameters:
        - {name: shop, in: path, required: true, schema: {type: string}}
        - {name: pet, in: path, required: true, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer}}
        - {name: sort, in: query, schema: {type: string, enum: [name, age]}}
        - {name: X-Since, in: header, schema: {type: string, format: date}}
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/Pet"}}
          text/plain: {schema: {type: string}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pets"}}}}
        "204": {description: nothing}
        4XX: {description: wrong, content: {application/problem+json: {schema: {type: object}}}}
        default: {description: other, content: {text/plain: {schema: {type: string}}}}
webhooks:
  sold:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}
      responses: {"204": {description: thanks}}
components:
  schemas:
    Pet:
      type: object
      required: [id, name, born]
      properties:
        id: {type: string, format: uuid}
        name: {type: string}
        born: {type: [string, "null"], format: date}
        tags: {type: array, items: {type: string}}
        kind: {$ref: "#/components/schemas/Kind"}
        friends: {type: object, additionalProperties: {$ref: "#/components/schemas/Pet"}}
        best: {$ref: "#/components/schemas/CatOrDog"}
      additionalProperties: {type: integer}
    Pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}
    Kind: {type: string, enum: [cat, dog, other]}
    Level: {type: integer, enum: [1, 2]}
    Cat: {type: object, properties: {lives: {type: integer}}, additionalProperties: false}
    Dog: {type: object, properties: {loud: {type: boolean}}}
    CatOrDog: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}
    Nested: {type: array, items: {$ref: "#/components/schemas/Nested"}}
"""


def described() -> tuple[Api, Plain]:
    simplified = simplify(document(ALL_KINDS))
    return describe(simplified), plain_document(simplified)


def test_both_readings_agree() -> None:
    assert second_reading(*described()) == []


# Mistakes that `describe` could make.


def in_model(key: str, change: Callable[[Model], Model]) -> Callable[[Api], Api]:
    return lambda api: replace(api, models={**api.models, key: change(api.models[key])})


def in_field(name: str, **changes: Any) -> Callable[[Api], Api]:
    return in_model(
        "Pet",
        lambda pet: replace(
            pet,
            fields=tuple(
                replace(field, **changes) if field.wire_name == name else field for field in pet.fields
            ),
        ),
    )


def in_operation(change: Callable[[Operation], Operation]) -> Callable[[Api], Api]:
    return lambda api: replace(api, operations=tuple(map(change, api.operations)))


def in_parameter(name: str, **changes: Any) -> Callable[[Api], Api]:
    return in_operation(
        lambda one: replace(
            one,
            parameters=tuple(
                replace(parameter, **changes) if parameter.wire_name == name else parameter
                for parameter in one.parameters
            ),
        )
    )


def in_body(**changes: Any) -> Callable[[Api], Api]:
    return in_operation(lambda one: replace(one, body=one.body and replace(one.body, **changes)))


def in_response(status: str, change: Callable[[Response], Response]) -> Callable[[Api], Api]:
    return in_operation(
        lambda one: replace(
            one, responses=tuple(change(each) if each.status == status else each for each in one.responses)
        )
    )


def of_type(type_: Type) -> Callable[[Response], Response]:
    return lambda response: replace(response, media=tuple(replace(one, type=type_) for one in response.media))


def swapped(model: Model, one: int, other: int) -> Model:
    fields = [*model.fields]
    fields[one], fields[other] = fields[other], fields[one]
    return replace(model, fields=tuple(fields))


def types_swapped(model: Model) -> Model:
    first, second, *others = model.fields
    return replace(
        model,
        fields=(replace(first, type=second.type), replace(second, type=first.type), *others),
    )


PET: Pointer = ("components", "schemas", "Pet")
PUT: Pointer = ("paths", "/shops/{shop}/pets/{pet}", "put")

MISTAKES: dict[str, tuple[Callable[[Api], Api], Pointer]] = {
    "an optional property is required": (in_field("tags", required=True), (*PET, "properties", "tags")),
    "a required property is optional": (in_field("name", required=False), (*PET, "properties", "name")),
    "a type is any value": (in_field("name", type=Scalar.ANY), (*PET, "properties", "name")),
    "a format is lost": (in_field("id", type=Scalar.STRING), (*PET, "properties", "id")),
    "null is lost": (in_field("born", type=Scalar.DATE), (*PET, "properties", "born")),
    "null is added": (
        in_field("name", type=UnionOf((Scalar.STRING, Scalar.NULL))),
        (*PET, "properties", "name"),
    ),
    "a list is its item": (in_field("tags", type=Scalar.STRING), (*PET, "properties", "tags")),
    "an item has another type": (
        in_field("tags", type=ListOf(Scalar.INTEGER)),
        (*PET, "properties", "tags"),
    ),
    "a map is a list": (in_field("friends", type=ListOf(Named("Pet"))), (*PET, "properties", "friends")),
    "a reference leads elsewhere": (in_field("kind", type=Named("Level")), (*PET, "properties", "kind")),
    "a union is one of its members": (in_field("best", type=Named("Cat")), (*PET, "properties", "best")),
    "a property is dropped": (
        in_model("Pet", lambda pet: replace(pet, fields=pet.fields[1:])),
        PET,
    ),
    "a property is there twice, under another name": (
        in_model(
            "Pet", lambda pet: replace(pet, fields=(*pet.fields, replace(pet.fields[0], wire_name="no")))
        ),
        PET,
    ),
    "two properties have each other's type": (in_model("Pet", types_swapped), (*PET, "properties", "id")),
    "two properties are swapped": (in_model("Pet", lambda pet: swapped(pet, 0, 1)), PET),
    "further properties have another type": (
        in_model("Pet", lambda pet: replace(pet, extra=Scalar.STRING)),
        PET,
    ),
    "further properties have any type": (in_model("Pet", lambda pet: replace(pet, extra=None)), PET),
    "a closed object is open": (
        in_model("Cat", lambda cat: replace(cat, closed=False)),
        ("components", "schemas", "Cat"),
    ),
    "an open object is closed": (
        in_model("Dog", lambda dog: replace(dog, closed=True)),
        ("components", "schemas", "Dog"),
    ),
    "a model is dropped": (
        lambda api: replace(api, models={key: api.models[key] for key in api.models if key != "Dog"}),
        ("components", "schemas", "Dog"),
    ),
    "a value of an enumeration is dropped": (
        lambda api: replace(
            api,
            enums={
                **api.enums,
                "Kind": replace(api.enums["Kind"], members=api.enums["Kind"].members[1:]),
            },
        ),
        ("components", "schemas", "Kind"),
    ),
    "an enumeration has other values": (
        lambda api: replace(api, enums={**api.enums, "Level": replace(api.enums["Level"], base="string")}),
        ("components", "schemas", "Level"),
    ),
    "an enumeration is text": (
        lambda api: replace(api, enums={key: api.enums[key] for key in api.enums if key != "Kind"}),
        ("components", "schemas", "Kind"),
    ),
    "a member of a union is dropped": (
        lambda api: replace(
            api,
            unions={
                **api.unions,
                "CatOrDog": replace(api.unions["CatOrDog"], members=api.unions["CatOrDog"].members[1:]),
            },
        ),
        ("components", "schemas", "CatOrDog"),
    ),
    "a component without a class has another type": (
        lambda api: replace(
            api, aliases={**api.aliases, "Pets": replace(api.aliases["Pets"], type=MapOf(Named("Pet")))}
        ),
        ("components", "schemas", "Pets"),
    ),
    "a parameter is dropped": (
        in_operation(lambda one: replace(one, parameters=one.parameters[:-1])),
        PUT,
    ),
    "a parameter is required": (in_parameter("limit", required=True), (*PUT, "parameters", 2)),
    "a parameter has another type": (in_parameter("limit", type=Scalar.NUMBER), (*PUT, "parameters", 2)),
    "a parameter stands elsewhere": (in_parameter("limit", location="cookie"), PUT),
    "the parameters of the path are swapped": (
        in_operation(
            lambda one: replace(one, parameters=(*reversed(one.parameters[:2]), *one.parameters[2:]))
        ),
        PUT,
    ),
    "a body is dropped": (in_operation(lambda one: replace(one, body=None)), PUT),
    "a body is optional": (in_body(required=False), (*PUT, "requestBody")),
    "a body has another type": (
        in_operation(
            lambda one: replace(
                one,
                body=one.body and replace(one.body, media=(replace(one.body.media[0], type=Scalar.ANY),)),
            )
        ),
        (*PUT, "requestBody"),
    ),
    "a response is dropped": (in_operation(lambda one: replace(one, responses=one.responses[1:])), PUT),
    "a response has another status": (in_response("204", lambda one: replace(one, status="202")), PUT),
    "a response has no content": (
        in_response("200", lambda one: replace(one, media=())),
        (*PUT, "responses", "200"),
    ),
    "a response has another type": (
        in_response("default", of_type(Scalar.BYTES)),
        (*PUT, "responses", "default"),
    ),
    "an operation is dropped": (lambda api: replace(api, operations=()), PUT),
    "a webhook has another body": (
        lambda api: replace(
            api,
            received=tuple(
                replace(
                    one,
                    operation=replace(
                        one.operation,
                        body=one.operation.body
                        and replace(
                            one.operation.body,
                            media=(replace(one.operation.body.media[0], type=Named("Dog")),),
                        ),
                    ),
                )
                for one in api.received
            ),
        ),
        ("webhooks", "sold", "post", "requestBody"),
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_it_finds_a_mistake_and_says_where(mistake: str) -> None:
    change, place = MISTAKES[mistake]
    api, shown = described()
    wrong = change(api)
    assert wrong != api
    problems = second_reading(wrong, shown)
    assert {problem.rule for problem in problems} == {"second-reading"}
    assert json_pointer(place) in {json_pointer(problem.where) for problem in problems}, problems


def test_nothing_is_made_of_a_document_that_is_read_in_two_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    change, _ = MISTAKES["a type is any value"]
    monkeypatch.setattr("codegen.pipeline.describe", lambda simplified: change(describe(simplified)))
    with pytest.raises(Refused) as caught:
        package(document(ALL_KINDS), STRICT_RULES, strict=True)
    (problem,) = caught.value.problems
    assert problem.message == (
        "the two readings differ: property name of Pet: the model has any, openapi-python-client reads string"
    )


def test_what_it_cannot_read_is_reported_where_it_stands() -> None:
    simplified = simplify(document(ALL_KINDS))
    root = simplified.document.root
    paths = root.mapping("paths")
    item = paths.mapping("/shops/{shop}/pets/{pet}")
    put = item.mapping("put").with_items(responses=Node({"abc": Node({"description": "no status"})}))
    changed = paths.with_items(**{"/shops/{shop}/pets/{pet}": item.with_items(put=put)})
    broken = replace(simplified, document=Document(root.with_items(paths=changed)))
    problems = second_reading(describe(broken), plain_document(broken))
    complaint = next(one for one in problems if "cannot read" in one.message)
    assert "status code" in complaint.message
    assert json_pointer(problems[-1].where) == json_pointer(PUT)


# What it is shown.


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


def test_it_is_shown_no_text_of_the_author() -> None:
    trap = "Tr4p"
    planted = document(
        f"""
openapi: 3.1.0
info: {{title: {trap}, version: {trap}, description: {trap}}}
tags: [{{name: {trap}}}]
servers: [{{url: 'https://{trap}'}}]
paths:
  /{trap}/{{{trap}}}:
    get:
      operationId: {trap}
      tags: [{trap}]
      summary: {trap}
      parameters:
        - {{name: {trap}, in: path, required: true, description: {trap}, schema: {{type: string}}}}
        - {{name: {trap}, in: header, schema: {{type: string, default: {trap}, pattern: {trap}}}}}
      requestBody: {{description: {trap}, content: {{application/{trap}+json: {{example: {trap}}}}}}}
      responses:
        "200":
          description: {trap}
          headers: {{{trap}: {{description: {trap}, schema: {{type: string, enum: [{trap}]}}}}}}
          content: {{application/{trap}+json: {{schema: {{$ref: '#/components/schemas/{trap}'}}}}}}
components:
  schemas:
    {trap}:
      title: {trap}
      description: {trap}
      type: object
      required: [{trap}]
      x-{trap}: {trap}
      properties:
        {trap}: {{type: string, format: {trap}, enum: [{trap}], default: {trap}, examples: [{trap}]}}
"""
    )
    shown = plain_document(simplify(planted))
    pieces = [piece.document for piece in shown.pieces]
    assert not [text for text in texts(pieces) if trap in text]


def test_a_large_object_is_shown_in_parts_and_compared_whole() -> None:
    properties = {f"p{n}": {"type": "string" if n % 2 else "integer"} for n in range(600)}
    large = {"type": "object", "properties": properties, "required": ["p599", "p3"]}
    root = document("openapi: 3.1.0\ninfo: {title: Large, version: '1'}\npaths: {}\n")
    schemas = placed({"schemas": {"Large": large}}, ("components",))
    simplified = simplify(root.with_items(components=schemas))
    shown, api = plain_document(simplified), describe(simplified)
    sizes = [len(piece.document["components"]["schemas"]["S1"]["properties"]) for piece in shown.pieces]
    assert (sum(sizes), max(sizes)) == (600, 250)
    assert second_reading(api, shown) == []
    model = api.models["Large"]
    for wrong in ("p0", "p599"):
        fields = tuple(
            replace(one, type=Scalar.BOOLEAN) if one.wire_name == wrong else one for one in model.fields
        )
        mistaken = replace(api, models={"Large": replace(model, fields=fields)})
        (problem,) = second_reading(mistaken, shown)
        assert problem.where == ("components", "schemas", "Large", "properties", wrong)


@pytest.mark.slow
def test_what_it_is_shown_grows_with_the_document_not_with_its_square() -> None:
    def work(models: int) -> int:
        """The components in all pieces, each of which the parser copies for each after it."""
        schemas = {f"Model{number}": chained(number, models) for number in range(models)}
        paths = {f"/models/{number}": responding(f"Model{number}") for number in range(models)}
        root = placed({"paths": paths, "components": {"schemas": schemas}})
        assert isinstance(root, Node)
        pieces = [piece.document for piece in plain_document(read_schemas(Document(root))).pieces]
        return sum(len(piece["components"]["schemas"]) ** 2 for piece in pieces)

    assert work(4_000) < 4.1 * work(1_000)


def chained(number: int, models: int) -> Any:
    """An object that refers to the next: all of them are reached from any."""
    following = {"$ref": f"#/components/schemas/Model{(number + 1) % models}"}
    return {"type": "object", "properties": {"next": following}}


def responding(name: str) -> Any:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"get": {"responses": {"200": {"description": "", "content": content}}}}
