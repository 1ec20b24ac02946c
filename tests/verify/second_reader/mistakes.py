"""Mistakes that `describe` could make."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from codegen.document.node import Pointer
from codegen.model.api import Api
from codegen.model.classes import Model
from codegen.model.operations import Operation, Response
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf


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
