"""Arguments: the names of parameters, and when the fields of a body are keywords."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Literal, TypeAlias

import pytest

from codegen.model.api import Api
from codegen.model.classes import Field, Model
from codegen.model.operations import Body, Media, Operation, Parameter, Style
from codegen.model.types import Named, Scalar, Type
from codegen.naming.arguments import keywords_of_body, name_parameters
from codegen.naming.components import name_components
from tests.naming.small_models import NOTES, api_with, operation_at

Location: TypeAlias = Literal["path", "query", "header", "cookie"]

_NUMBERS = count()


def origin() -> tuple[tuple[int, ...], ...]:
    return ((next(_NUMBERS),),)


def parameter(wire_name: str, location: Location) -> Parameter:
    return Parameter(
        wire_name=wire_name,
        location=location,
        type=Scalar.STRING,
        required=True,
        style=Style(name="form", explode=True),
        notes=NOTES,
        origins=origin(),
    )


def operation(parameters: tuple[Parameter, ...] = (), media: Mapping[str, Type] | None = None) -> Operation:
    bodies = tuple(
        Media(media_type=media_type, type=type_, origins=origin())
        for media_type, type_ in (media or {}).items()
    )
    body = Body(required=True, media=bodies, origins=origin()) if media else None
    return operation_at("POST /things", id="send", tag="things", parameters=parameters, body=body)


def keywords(sent: Operation, *, extra: Type | None = None) -> list[str] | None:
    fields = tuple(
        Field(wire_name=name, type=Scalar.STRING, required=True, notes=NOTES, origins=origin())
        for name in ("name", "wantedSize")
    )
    model = Model(name="Thing", fields=fields, extra=extra, notes=NOTES, origins=origin())
    api = api_of(sent, model)
    found = keywords_of_body(sent, name_parameters(sent, api), name_components(api).models, api)
    return None if found is None else [one.name for one in found]


def api_of(sent: Operation, *models: Model) -> Api:
    return api_with(operations=(sent,), models={model.name: model for model in models})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("orgID", "path"), ("pageSize", "query")], ["org_id", "page_size"]),
        ([("id", "path"), ("id", "query"), ("id", "header")], ["id", "id_query", "id_header"]),
        ([("class", "path"), ("self", "query"), ("body", "query")], ["class_", "self_", "body_"]),
        ([("models", "query"), ("form_content", "query")], ["models_", "form_content_"]),
        ([("2fa", "query")], ["arg_2fa"]),
    ],
)
def test_parameters(given: list[tuple[str, Location]], expected: list[str]) -> None:
    sent = operation(tuple(parameter(*one) for one in given))
    named = name_parameters(sent, api_of(sent))
    assert [one.name for one in named] == expected
    assert [one.parameter.wire_name for one in named] == [wire_name for wire_name, _ in given]


def test_the_fields_of_an_object_are_keywords() -> None:
    assert keywords(operation(media={"application/json": Named("Thing")})) == ["name", "wanted_size"]


def test_a_body_is_one_argument_if_a_field_has_the_name_of_a_parameter() -> None:
    sent = operation((parameter("name", "query"),), {"application/json": Named("Thing")})
    assert keywords(sent) is None


def test_a_body_is_one_argument_if_it_is_no_closed_object() -> None:
    assert keywords(operation()) is None
    assert keywords(operation(media={"application/json": Scalar.STRING})) is None
    assert keywords(operation(media={"application/json": Named("Thing")}), extra=Scalar.ANY) is None


def test_a_body_of_different_schemas_is_one_argument() -> None:
    both: dict[str, Type] = {"application/json": Named("Thing"), "application/xml": Scalar.STRING}
    assert keywords(operation(media=both)) is None
