"""What openapi-python-client is shown, and what it understands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.document.node import Node, json_pointer, placed
from codegen.document.problems import Refused
from codegen.model.types import ListOf, MapOf, Named, Scalar, UnionOf
from codegen.second_reader.parse import parse
from codegen.second_reader.readings import Value
from codegen.second_reader.skeleton import skeleton
from codegen.simplify import simplify

ZOO = Path(__file__).parent / "documents" / "zoo.yaml"


def document(text: str) -> Node:
    root = placed(yaml.safe_load(text))
    assert isinstance(root, Node)
    return root


def schemas(text: str) -> Node:
    head = "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\npaths: {}\n"
    return simplify(document(f"{head}components: {{schemas: {text}}}"))


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
    parsed = parse(
        schemas(
            "{Thing: {type: object, required: [value], properties: {value: "
            + schema
            + ", other: "
            + schema
            + "}}, Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}},"
            " Nodes: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}},"
            " Colour: {type: string, enum: [red]},"
            " Ids: {type: array, items: {type: string, format: uuid}}}"
        )
    )
    assert parsed.models["Thing"] == {"value": Value(expected, True), "other": Value(expected, False)}


def test_components_without_a_class_are_understood_too() -> None:
    parsed = parse(
        schemas(
            "{Id: {type: string, format: uuid}, Ids: {type: array, items: {$ref: '#/components/schemas/Id'}},"
            " Other: {$ref: '#/components/schemas/Pet'}, Labels: {type: object},"
            " Pet: {type: object, properties: {a: {type: string}}}}"
        )
    )
    assert parsed.aliases == {
        "Id": Scalar.UUID,
        "Ids": ListOf(Scalar.UUID),
        "Other": Named("Pet"),
        "Labels": MapOf(Scalar.ANY),
    }


def test_recursion_through_objects_arrays_and_maps() -> None:
    tree_schema = """
      Tree:
        type: object
        properties:
          one: {$ref: '#/components/schemas/Tree'}
          list: {type: array, items: {$ref: '#/components/schemas/Tree'}}
          map: {type: object, additionalProperties: {$ref: '#/components/schemas/Tree'}}
    """
    head = "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\npaths: {}\ncomponents:\n    schemas:"
    parsed = parse(simplify(document(head + tree_schema)))
    tree = Named("Tree")
    assert [value.type for value in parsed.models["Tree"].values()] == [tree, ListOf(tree), MapOf(tree)]


def test_operations() -> None:
    parsed = parse(simplify(document(ZOO.read_text())))

    photo = parsed.operations["/animals/{animalId}/photos/{n}", "delete"]
    assert photo.parameters == {
        ("path", "animalId"): Value(Scalar.UUID, True),
        ("path", "n"): Value(Scalar.INTEGER, True),
    }
    assert photo.responses == {"204": {}}

    listing = parsed.operations["/animals", "get"]
    assert listing.responses["200"] == {
        "application/json": Named("ListAnimalsResponse"),
        "application/vnd.zoo+json; charset=utf-8": ListOf(ListOf(Scalar.NUMBER)),
    }
    assert listing.parameters["header", "X-Tenant"] == Value(Scalar.DATE, True)
    assert parsed.operations["/animals", "post"].body == {"application/json": Named("NewAnimalRequest")}
    assert parsed.operations["/animals", "post"].responses["202"] == {"application/json": Scalar.ANY}


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


def test_no_text_of_the_author_is_in_the_skeleton() -> None:
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
    shown = skeleton(simplify(planted))
    pieces = [piece.document for piece in shown.pieces]
    assert not [text for text in texts(pieces) if trap in text]


def test_what_the_parser_is_shown_grows_with_the_document_not_with_its_square() -> None:
    def work(models: int) -> int:
        """The components in all pieces, each of which the parser copies for each after it."""
        schemas = {f"Model{number}": chained(number, models) for number in range(models)}
        paths = {f"/models/{number}": reading(f"Model{number}") for number in range(models)}
        shown = skeleton(plain({"paths": paths, "components": {"schemas": schemas}}))
        pieces = [piece.document for piece in shown.pieces]
        return sum(len(piece["components"]["schemas"]) ** 2 for piece in pieces)

    assert work(4_000) < 4.1 * work(1_000)


def chained(number: int, models: int) -> Any:
    """An object that refers to the next: all of them are reached from any."""
    following = {"$ref": f"#/components/schemas/Model{(number + 1) % models}"}
    return {"type": "object", "properties": {"next": following}}


def reading(name: str) -> Any:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"get": {"responses": {"200": {"description": "", "content": content}}}}


def plain(value: object) -> Node:
    root = placed(value)
    assert isinstance(root, Node)
    return root


def test_what_the_parser_reports_is_shown_where_it_stands() -> None:
    broken = document(
        "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\npaths: {}\n"
        "components: {schemas: {Fine: {type: string}, Broken: {type: nonsense}, "
        "User: {type: object, properties: {a: {$ref: '#/components/schemas/Broken'}}}}}"
    )
    with pytest.raises(Refused) as caught:
        parse(broken)
    assert {problem.rule for problem in caught.value.problems} == {"unreadable"}


def test_what_the_parser_drops_is_shown_where_it_stands() -> None:
    unsorted = simplify(document(ZOO.read_text()))
    path = unsorted.mapping("paths").mapping("/animals")
    twice = path.mapping("get").mappings("parameters")
    operation = path.mapping("get").with_items(
        responses=Node({"abc": Node({"description": "no status"})}), parameters=[*twice]
    )
    broken = unsorted.with_items(paths=Node({"/animals": path.with_items(get=operation)}, pointer=("paths",)))
    with pytest.raises(Refused) as caught:
        parse(broken)
    (problem,) = caught.value.problems
    assert json_pointer(problem.where) == "/paths/~1animals/get"
