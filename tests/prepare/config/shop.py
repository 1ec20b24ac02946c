"""A document for tests of the configuration."""

from __future__ import annotations

from collections.abc import Callable

from codegen.document.problems import Refused
from codegen.output import report
from codegen.pipeline import Output

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
servers: [{url: https://shop.example}]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: The order.
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
          links: {owner: {operationId: listUsers}}
    delete:
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: Gone.}}
  /internal/users:
    get:
      operationId: listUsers
      tags: [Users]
      responses:
        "200":
          description: The users.
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/User"}}}}
components:
  schemas:
    Order: {type: object, required: [id], properties: {id: {type: string}}}
    User: {type: object, properties: {boss: {$ref: "#/components/schemas/Boss"}}}
    Boss: {type: object, properties: {of: {$ref: "#/components/schemas/User"}}}
    Spare: {type: object, properties: {a: {type: string}}}
"""

Generate = Callable[..., Output]


def said(refused: Refused) -> str:
    assert refused.source
    return report.text(refused.problems, refused.source)
