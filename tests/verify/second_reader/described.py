"""A document with one of everything, as both readers read it."""

from __future__ import annotations

import yaml

from codegen.describe import describe
from codegen.document.node import Node, placed
from codegen.document.problems import Problem
from codegen.model.api import Api
from codegen.simplify import simplify
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
