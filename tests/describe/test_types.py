"""The types that `describe` reads from schemas."""

from __future__ import annotations

import pytest
import yaml

from codegen.describe import describe
from codegen.document.node import Node, placed
from codegen.model.api import Api
from codegen.model.types import ListOf, MapOf, Named, Scalar, UnionOf
from codegen.simplify import simplify


def described(schemas: str) -> Api:
    head = "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\npaths: {}\n"
    root = placed(yaml.safe_load(f"{head}components: {{schemas: {schemas}}}"))
    assert isinstance(root, Node)
    return describe(simplify(root))


TYPES = {
    "{}": Scalar.ANY,
    "{type: string}": Scalar.STRING,
    "{type: string, format: uuid}": Scalar.UUID,
    "{type: string, format: date}": Scalar.DATE,
    "{type: string, format: date-time}": Scalar.DATETIME,
    "{type: string, format: ipv4}": Scalar.STRING,
    "{type: integer, format: int64}": Scalar.INTEGER,
    "{type: number, format: double}": Scalar.NUMBER,
    "{type: boolean}": Scalar.BOOLEAN,
    "{type: 'null'}": Scalar.NULL,
    "{type: object}": MapOf(Scalar.ANY),
    "{type: object, additionalProperties: {type: array, items: {type: integer}}}": MapOf(
        ListOf(Scalar.INTEGER)
    ),
    "{type: array, items: {type: array, items: {type: object}}}": ListOf(ListOf(MapOf(Scalar.ANY))),
    "{type: [string, 'null']}": UnionOf((Scalar.STRING, Scalar.NULL)),
    "{oneOf: [{type: 'null'}, {type: integer}, {type: string}]}": UnionOf(
        (Scalar.INTEGER, Scalar.STRING, Scalar.NULL)
    ),
    "{$ref: '#/components/schemas/Node'}": Named("Node"),
    "{$ref: '#/components/schemas/Ids'}": ListOf(Scalar.UUID),
    "{type: array, items: {$ref: '#/components/schemas/Nodes'}}": ListOf(MapOf(Named("Node"))),
    "{anyOf: [{$ref: '#/components/schemas/Ids'}, {type: 'null'}]}": UnionOf(
        (ListOf(Scalar.UUID), Scalar.NULL)
    ),
    "{$ref: '#/components/schemas/Colour'}": Named("Colour"),
}


@pytest.mark.parametrize(("schema", "expected"), TYPES.items(), ids=TYPES)
def test_types(schema: str, expected: object) -> None:
    api = described(
        "{Thing: {type: object, required: [value], properties: {value: "
        + schema
        + ", other: "
        + schema
        + "}}, Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}},"
        " Nodes: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}},"
        " Colour: {type: string, enum: [red]},"
        " Ids: {type: array, items: {type: string, format: uuid}}}"
    )
    fields = api.models["Thing"].fields
    assert [(one.wire_name, one.type, one.required) for one in fields] == [
        ("value", expected, True),
        ("other", expected, False),
    ]


def test_components_without_a_class_have_a_type_too() -> None:
    api = described(
        "{Id: {type: string, format: uuid}, Ids: {type: array, items: {$ref: '#/components/schemas/Id'}},"
        " Other: {$ref: '#/components/schemas/Pet'}, Labels: {type: object},"
        " Pet: {type: object, properties: {a: {type: string}}}}"
    )
    assert {key: one.type for key, one in api.aliases.items()} == {
        "Id": Scalar.UUID,
        "Ids": ListOf(Scalar.UUID),
        "Other": Named("Pet"),
        "Labels": MapOf(Scalar.ANY),
    }


def test_recursion_through_objects_arrays_and_maps() -> None:
    ref = "{$ref: '#/components/schemas/Tree'}"
    api = described(
        f"{{Tree: {{type: object, properties: {{one: {ref}, list: {{type: array, items: {ref}}},"
        f" map: {{type: object, additionalProperties: {ref}}}}}}}}}"
    )
    tree = Named("Tree")
    assert [one.type for one in api.models["Tree"].fields] == [tree, ListOf(tree), MapOf(tree)]
