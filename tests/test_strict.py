"""Strict documents: each slip that nobody means is refused at its place, and passes as before elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from codegen.check import check
from codegen.document.load import load
from codegen.document.problems import Refused
from codegen.prepare.bundle import bundle
from codegen.standard.rules import STRICT_RULES

BASE = """\
openapi: 3.1.0
info:
  title: Shop
  version: 1.2.0
  contact: {url: "https://shop.example.com", email: hello@shop.example.com}
servers:
  - url: https://{region}.shop.example.com/v1
    variables:
      region: {default: eu, enum: [eu, us]}
tags:
  - name: Orders
    description: What people buy.
  - name: Buyers
    description: Who buys.
security:
  - login: [read]
paths:
  /orders/{id}:
    parameters:
      - $ref: "#/components/parameters/Id"
    get:
      operationId: getOrder
      tags: [Orders]
      summary: Read an order
      parameters:
        - name: limit
          in: query
          description: How many items.
          schema: {type: integer, minimum: 1, maximum: 100, default: 20}
        - name: If-None-Match
          in: header
          description: What is known already.
          schema: {type: string}
      responses:
        "200":
          description: The order.
          headers:
            Retry-After:
              description: When to ask again.
              schema: {type: integer}
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Order"}
              examples: {small: {value: {id: 7C1F0B52-9D3E-4A86-B1C4-5E8A20D97F36, state: open}}}
        "404":
          $ref: "#/components/responses/Missing"
    delete:
      operationId: deleteOrder
      tags: [Orders]
      summary: Delete an order
      responses:
        "204":
          description: It is gone.
  /buyers:
    post:
      operationId: addBuyer
      tags: [Buyers]
      summary: Add a buyer
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                photo: {type: string, format: binary, description: A picture.}
            encoding:
              photo: {contentType: image/png}
          application/json:
            schema: {$ref: "#/components/schemas/Buyer"}
            example: {name: Ada}
      responses:
        "201":
          description: Added.
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://shop.example.com/token
          scopes: {read: Reading., write: Writing.}
  parameters:
    Id:
      name: id
      in: path
      required: true
      description: The order's ID.
      schema: {type: string, format: uuid}
  responses:
    Missing:
      description: There is none.
      content:
        application/problem+json:
          schema: {$ref: "#/components/schemas/Problem"}
  schemas:
    Problem:
      description: What is wrong.
      type: object
      properties:
        title: {type: string, description: In words.}
    Order:
      description: An order.
      type: object
      required: [id, state]
      properties:
        id: {type: string, format: uuid, description: Its ID.}
        state:
          description: Where it is.
          type: string
          enum: [open, sent, paid]
        note: {type: [string, "null"], maxLength: 80, description: For the seller.}
        count: {type: integer, format: int32, minimum: 1, maximum: 99, description: How many.}
        sku: {type: string, pattern: "^[A-Z]{3}-[0-9]+$", example: ABC-1, description: What.}
        payment: {$ref: "#/components/schemas/Payment"}
        items:
          description: What is in it.
          type: array
          items: {type: string}
    Buyer:
      description: A buyer.
      allOf:
        - $ref: "#/components/schemas/Named"
        - required: [name]
    Named:
      description: What has a name.
      type: object
      properties:
        name: {type: string, description: The name.}
    Payment:
      description: How it is paid.
      oneOf:
        - $ref: "#/components/schemas/Card"
        - $ref: "#/components/schemas/Cash"
      discriminator:
        propertyName: kind
        mapping:
          card: "#/components/schemas/Card"
          cash: Cash
    Card:
      description: By card.
      type: object
      required: [kind]
      properties:
        kind: {type: string, const: card, description: The kind.}
    Cash:
      description: In cash.
      type: object
      required: [kind]
      properties:
        kind: {type: string, const: cash, description: The kind.}
"""

OLDER = """\
openapi: 3.0.3
info: {title: Shop, version: 1.2.0}
tags: [{name: Orders, description: What people buy.}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      summary: List orders
      security: [{key: []}]
      responses:
        "200":
          description: The orders.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Order"}
              example: {note: null, count: 1}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-API-Key}
  schemas:
    Order:
      description: An order.
      type: object
      properties:
        note: {type: string, nullable: true, description: For the seller.}
        count: {type: integer, minimum: 0, exclusiveMinimum: true, description: How many.}
"""


@dataclass(frozen=True)
class Slip:
    """An edit of a document: `old` becomes `new`, in which « stands before the place that is to be shown."""

    rule: str
    old: str
    new: str
    suggestion: str = ""
    """What the message has to say."""
    others: tuple[str, ...] = ()
    """The rules of what the slip breaks besides."""
    base: str = BASE
    always: bool = False
    """Whether it is told of any document."""

    def text(self) -> str:
        assert self.base.count(self.old) == 1, self.old
        return self.base.replace(self.old, self.new)


def did(word: str) -> str:
    return f"did you mean {word!r}?"


ORDER_ID = "id: {type: string, format: uuid, description: Its ID.}"
COUNT = "count: {type: integer, format: int32, minimum: 1, maximum: 99, description: How many.}"
NOTE = 'note: {type: [string, "null"], maxLength: 80, description: For the seller.}'
OLDER_NOTE = "note: {type: string, nullable: true, description: For the seller.}"
SKU = 'sku: {type: string, pattern: "^[A-Z]{3}-[0-9]+$", example: ABC-1, description: What.}'
LIMIT = "schema: {type: integer, minimum: 1, maximum: 100, default: 20}"
FIELD = "- name: If-None-Match"
ENUM = "enum: [open, sent, paid]"
SERVER = """\
- url: https://{region}.shop.example.com/v1
    variables:
      region: {default: eu, enum: [eu, us]}
"""

OF_ITEMS = "\n          items: {type: string}"
ITEMS = f"        items:\n          description: What is in it.\n          type: array{OF_ITEMS}"

EXAMPLE = ("example",)
"""The example lacks, or has, what the slip says."""

TRIED = [
    # What other formats and languages call a key
    Slip("keyword", "count: {type: integer,", "count: {type: integer, «min: 0,", did("minimum")),
    Slip("keyword", SKU, "sku: {type: string, «regex: '^A', description: What.}", did("pattern")),
    Slip("keyword", ENUM, "«choices: [open, sent, paid]", did("enum")),
    Slip(
        "keyword", "description: An order.", "«desc: An order.", did("description"), ("missing-description",)
    ),
    Slip(
        "unknown-key",
        "      requestBody:\n",
        "      «body:\n",
        did("requestBody"),
        always=True,
    ),
    Slip("unknown-key", "operationId: addBuyer", "«nickname: addBuyer", did("operationId"), always=True),
    Slip(
        "unknown-key",
        "          in: query\n",
        "          «im: query\n",
        did("in"),
        ("missing-key",),
        always=True,
    ),
    Slip(
        "unknown-key",
        '$ref: "#/components/responses/Missing"',
        '«ref: "#/components/responses/Missing"',
        did("$ref"),
        ("missing-key",),
        always=True,
    ),
    Slip(
        "unknown-key",
        "operationId: addBuyer",
        "operationId: addBuyer\n      «consumes: [application/json]",
        "'content'",
        always=True,
    ),
    Slip("path", "  /buyers:", "  «buyers:", did("/buyers"), always=True),
    Slip(
        "wrong-type",
        SKU,
        "sku: {type: string, required: «true, description: What.}",
        "in the 'required' of its object",
        always=True,
    ),
    Slip(
        "misplaced-extension",
        SKU,
        "sku: {type: string, «x-nullable: true, description: What.}",
        'type: [..., "null"]',
    ),
    Slip(
        "misplaced-extension",
        OLDER_NOTE,
        "note: {type: string, «x-nullable: true, description: What.}",
        "nullable: true",
        EXAMPLE,
        base=OLDER,
    ),
    # Names in `required`
    Slip("required-property", "[id, state]", "[id, «stat]", did("state"), EXAMPLE),
    Slip("required-property", "[id, state]", "[id, state, «nme]", "'nme' is required", EXAMPLE),
    Slip("required-property", "- required: [name]", "- required: [«nmae]", did("name"), EXAMPLE),
    Slip(
        "required-property",
        "name: {type: string, d",
        "full_name: {type: string, d",
        "'name' is required",
        ("unknown-property",),
    ),
    Slip(
        "required-property",
        "required: [id, state]",
        "additionalProperties: true\n      required: [id, «staet]",
        did("state"),
        EXAMPLE,
    ),
    Slip(
        "required-property",
        "required: [id, state]",
        "required: [id]\n      dependentRequired: {state: [«nota]}",
        did("note"),
        EXAMPLE,
    ),
    # Values of another type, or that the rest of the schema forbids
    Slip("enum", ENUM, "enum: [open, «5, paid]", "must be a string, not the number 5", always=True),
    Slip("enum", ENUM, "enum: [open, sent, «true]", "must be a string, not true", always=True),
    Slip("enum", ENUM, "enum: [open, sent, «null]", "must be a string, not null", always=True),
    Slip("enum", ENUM, "enum: [open, «unpaid]\n          maxLength: 4", "at most 4 characters", ("enum",)),
    Slip(
        "const",
        "kind: {type: string, const: card",
        "kind: {type: string, const: «1",
        "must be a string",
        always=True,
    ),
    Slip("default", "default: 20}", "default: «twenty}", "must be a whole number", always=True),
    Slip("example", "example: ABC-1", "example: «abc-1", "must match the pattern"),
    Slip("example", "example: ABC-1", "examples: [«1]", "must be a string"),
    Slip("example", "state: open}", "state: «opne}", did("open")),
    Slip("example", LIMIT, f"example: «0\n          {LIMIT}", "must be at least 1"),
    Slip("example", SKU, "sku: {type: string, format: email, example: «ABC-1, description: What.}", "e-mail"),
    Slip("example", SKU, "sku: {type: string, format: uri, example: «ABC-1, description: What.}", "URI"),
    Slip("example", SKU, "sku: {type: string, format: ipv4, example: «1.2.3, description: What.}", "IPv4"),
    Slip(
        "example",
        COUNT,
        "count: {type: integer, format: int32, example: «3000000000, description: How many.}",
    ),
    Slip("const", COUNT, "count: {type: integer, const: «'1', description: Many.}", "mean 1?", always=True),
    Slip(
        "default", COUNT, "count: {type: integer, default: «'1', description: Many.}", "mean 1?", always=True
    ),
    Slip("default", OF_ITEMS, OF_ITEMS + "\n          default: «a", "did you mean ['a']?", always=True),
    Slip(
        "example", SKU, "sku: {type: string, format: time, example: «'25:00', description: At.}", "12:30:00Z"
    ),
    Slip("example", SKU, "sku: {type: string, format: byte, example: «a b!, description: At.}", "base64"),
    # Keywords that say nothing in this version
    Slip(
        "nullable",
        NOTE,
        "note: {type: string, «nullable: true, description: Any.}",
        'type: [string, "null"]',
        always=True,
    ),
    Slip("keyword", NOTE, "note: {type: string, «nullable: false, description: Any.}", "remove it"),
    Slip(
        "nullable",
        "payment: {$ref: ",
        "payment: {«nullable: true, $ref: ",
        "'anyOf' with a member '{type: \"null\"}'",
        always=True,
    ),
    Slip("keyword", "type: array\n", "type: array\n          «additionalItems: false\n", "'prefixItems'"),
    Slip("keyword", SKU, "sku: {type: string, «colour: red, description: What.}", "begins with 'x-'"),
    Slip(
        "unknown-key",
        NOTE,
        "note: {type: string, «maxLenght: 8, description: A.}",
        did("maxLength"),
        always=True,
    ),
    Slip(
        "unknown-key",
        "summary: Read an",
        "«sumary: Read an",
        did("summary"),
        ("missing-description",),
        always=True,
    ),
    Slip(
        "unknown-key", "in: query\n", "in: query\n          «requierd: true\n", did("required"), always=True
    ),
    Slip(
        "newer-key",
        OLDER_NOTE,
        "note: {type: string, «const: a, description: A.}",
        "came with OpenAPI 3.1",
        EXAMPLE,
        base=OLDER,
        always=True,
    ),
    Slip(
        "newer-key",
        OLDER_NOTE,
        "note: {type: array, items: {}, «prefixItems: [], description: A.}",
        "3.1",
        base=OLDER,
        always=True,
    ),
    Slip(
        "newer-key",
        OLDER_NOTE,
        "note: {«if: {}, description: A.}",
        "came with OpenAPI 3.1",
        base=OLDER,
        always=True,
    ),
    Slip(
        "wrong-type",
        OLDER_NOTE,
        'note: {type: «[string, "null"], description: A.}',
        "must be a string",
        base=OLDER,
        always=True,
    ),
    Slip("wrong-value", COUNT, "count: {type: «int, description: How many.}", did("integer"), always=True),
    Slip("wrong-value", COUNT, "count: {type: «float, description: How many.}", did("number"), always=True),
    Slip(
        "wrong-type",
        COUNT,
        "count: {type: integer, readOnly: «'true', description: A.}",
        "did you mean true?",
        always=True,
    ),
    Slip(
        "wrong-type",
        COUNT,
        "count: {type: integer, minimum: 1, exclusiveMinimum: «true, description: A.}",
        "must be a number",
        always=True,
    ),
    Slip(
        "nullable",
        'schema: {$ref: "#/components/schemas/Order"}',
        'schema: {$ref: "#/components/schemas/Order", «nullable: true}',
        "put the reference into an 'allOf'",
        base=OLDER,
        always=True,
    ),
    Slip(
        "ignored-key",
        'schema: {$ref: "#/components/schemas/Order"}',
        'schema: {$ref: "#/components/schemas/Order", «deprecated: true}',
        "put the reference into an 'allOf'",
        base=OLDER,
    ),
    # Keywords that say nothing of this type
    Slip(
        "inapplicable-keyword",
        COUNT,
        "count: {type: integer, «maxLength: 3, description: A.}",
        "of type 'string'",
    ),
    Slip(
        "inapplicable-keyword", NOTE, "note: {type: string, «maximum: 3, description: A.}", "of type 'number'"
    ),
    Slip(
        "inapplicable-keyword", NOTE, "note: {type: string, «items: {}, description: A.}", "of type 'array'"
    ),
    Slip(
        "inapplicable-keyword",
        NOTE,
        "note: {type: string, «properties: {}, description: A.}",
        "of type 'object'",
    ),
    Slip(
        "inapplicable-keyword",
        NOTE,
        "note: {type: string, format: «int64, description: A.}",
        "of 'integer' or",
    ),
    Slip(
        "inapplicable-keyword", COUNT, "count: {type: integer, format: «date, description: A.}", "of 'string'"
    ),
    Slip(
        "inapplicable-keyword",
        COUNT,
        "count: {type: integer, format: «double, description: A.}",
        "of 'number'",
    ),
    Slip("inapplicable-keyword", NOTE, "note: {type: string, «then: {}, description: A.}", "without 'if'"),
    Slip(
        "inapplicable-keyword",
        "minimum: 0, exclusiveMinimum: true",
        "«exclusiveMinimum: true",
        "without 'minimum'",
        base=OLDER,
    ),
    Slip("missing-type", ORDER_ID, "id: {«format: uuid, description: Its ID.}", "type: string"),
    Slip("missing-type", COUNT, "count: {«minimum: 1, maximum: 99, description: How many.}", "type: number"),
    Slip("missing-type", "type: array\n          items:", "«items:", "type: array"),
    Slip(
        "missing-items",
        ITEMS,
        ITEMS.replace("        items:", "        «items:", 1).removesuffix(OF_ITEMS),
        "'items: {}'",
    ),
    Slip("missing-type", NOTE, "«note: {example: Fragile., description: A.}", "write 'type: string'"),
    Slip("missing-type", LIMIT, "«schema: {default: 20}", "the parameter 'limit' allows any value"),
    Slip("missing-type", "name: {type: string, d", "«name: {d", "write 'type: string', as in its example"),
    # Nothing fits
    Slip("unsatisfiable", "minimum: 1, maximum: 99", "minimum: «100, maximum: 99", "'minimum' is 100"),
    Slip("unsatisfiable", "maxLength: 80", "minLength: «81, maxLength: 80", "'minLength' is 81"),
    Slip("unsatisfiable", "minimum: 1, maximum: 99", "exclusiveMinimum: «5, maximum: 5", "no value fits"),
    Slip("unsatisfiable", ENUM, "enum: «[]", "no value fits", EXAMPLE),
    Slip(
        "unsatisfiable",
        SKU,
        "sku: {type: string, readOnly: true, writeOnly: «true, description: A.}",
        "choose one",
    ),
    Slip(
        "pattern",
        SKU,
        'sku: {type: string, pattern: «"^[A-Z{3}-[0-9+$", description: A.}',
        "no regular expression",
    ),
    Slip("pattern", SKU, 'sku: {type: string, pattern: «"^(a|b$", description: A.}', "no regular expression"),
    Slip("pattern", SKU, 'sku: {type: string, pattern: «"*.txt", description: A.}', "no regular expression"),
    Slip("pattern", SKU, "sku: {type: string, pattern: «'/^[a-z]+$/', description: A.}", did("^[a-z]+$")),
    Slip("duplicate-item", ENUM, "enum: [open, sent, «open]", "like item 1"),
    Slip(
        "duplicate-item",
        '- $ref: "#/components/schemas/Cash"',
        '- $ref: "#/components/schemas/Cash"\n        - «$ref: "#/components/schemas/Card"',
        "a second time",
    ),
    Slip("duplicate-item", "tags: [Buyers]", "tags: [Buyers, «Buyers]", "'Buyers' is in 'tags'"),
    Slip("enum-names", ENUM, f"{ENUM}\n          «x-enum-varnames: [OPEN, SENT]", "has 2 items"),
    Slip(
        "discriminator",
        'card: "#/components/schemas/Card"',
        '«crad: "#/components/schemas/Card"',
        did("card"),
    ),
    Slip(
        "discriminator", "kind: {type: string, const: card", "kind: {type: string, const: crad", did("crad")
    ),
    Slip(
        "required-property",
        "kind: {type: string, const: card",
        "knid: {type: string, const: card",
        did("knid"),
        ("discriminator",),
    ),
    Slip("pattern", SKU, 'sku: {type: string, pattern: «"^[A-Z]{3-[0-9]+$", description: A.}', "a backslash"),
    Slip("discriminator", "propertyName: kind", "propertyName: «knid", did("kind")),
    Slip("discriminator", "cash: Cash\n", "cash: «Csah\n", did("Cash")),
    Slip(
        "dangling-reference",
        'card: "#/components/schemas/Card"',
        'card: «"#/components/schemas/Crad"',
        did("Card"),
        always=True,
    ),
    # Near misses of names
    Slip(
        "misspelt-media-type",
        '            application/json:\n              schema: {$ref: "#/components/schemas/Order"}',
        '            «aplication/json:\n              schema: {$ref: "#/components/schemas/Order"}',
        did("application/json"),
    ),
    Slip(
        "misspelt-media-type",
        "          multipart/form-data:",
        "          «multipart/formdata:",
        did("multipart/form-data"),
    ),
    Slip(
        "misspelt-media-type",
        "application/problem+json:",
        "«application/problem+jsn:",
        did("application/problem+json"),
    ),
    Slip(
        "misspelt-media-type",
        "application/problem+json:",
        "«application/vnd.acme.v2+jsno:",
        did("application/vnd.acme.v2+json"),
    ),
    Slip("misspelt-media-type", "application/problem+json:", "«json:", did("application/json")),
    Slip("misspelt-media-type", "application/problem+json:", "«application-json:", did("application/json")),
    Slip("misspelt-media-type", "contentType: image/png", "contentType: «image/jpg", did("image/jpeg")),
    Slip("misspelt-format", ORDER_ID, "id: {type: string, format: «uid, description: A.}", did("uuid")),
    Slip(
        "misspelt-format",
        ORDER_ID,
        "id: {type: string, format: «date-tme, description: A.}",
        did("date-time"),
    ),
    Slip(
        "misspelt-format",
        ORDER_ID,
        "id: {type: string, format: «datetime, description: A.}",
        did("date-time"),
    ),
    Slip("misspelt-format", ORDER_ID, "id: {type: string, format: «UUID, description: A.}", did("uuid")),
    Slip("misspelt-format", "format: int32", "format: «int23", did("int32")),
    Slip(
        "misspelt-encoding",
        NOTE,
        "note: {type: string, contentEncoding: «bas64, description: A.}",
        did("base64"),
    ),
    Slip(
        "misspelt-extension",
        ORDER_ID,
        "id: {type: string, «x-pyton-name: key, description: A.}",
        did("x-python-name"),
        always=True,
    ),
    Slip(
        "misspelt-extension",
        "tags: [Buyers]",
        'tags: [Buyers]\n      «x-genrate: {skip: "later"}',
        did("x-generate"),
        always=True,
    ),
    Slip(
        "misspelt-extension",
        "tags: [Buyers]",
        "tags: [Buyers]\n      «x-python_name: add",
        did("x-python-name"),
        always=True,
    ),
    Slip(
        "misplaced-extension",
        "tags: [Buyers]",
        "tags: [Buyers]\n      «x-python: {package: a}",
        "belongs to the info",
    ),
    Slip(
        "misplaced-extension",
        "description: Added.",
        "description: Added.\n          «x-generate: {skip: later}",
        "says nothing of a response",
    ),
    Slip("misspelt-header", "Retry-After:", "«Retry-Afer:", did("Retry-After")),
    Slip("misspelt-header", FIELD, "- name: «If-Non-Match", did("If-None-Match")),
    Slip("misspelt-header", "name: X-API-Key", "name: «X-API-Kye", did("X-API-Key"), base=OLDER),
    Slip(
        "misspelt-scheme",
        "key: {type: apiKey, in: header, name: X-API-Key}",
        "key: {type: http, scheme: «bearar}",
        did("bearer"),
        base=OLDER,
    ),
    Slip("undeclared-tag", "tags: [Buyers]", "tags: [«Buyer]", did("Buyers")),
    Slip("undeclared-tag", "tags: [Buyers]", "tags: [Buyers, «Internal]", "declare it in 'tags'"),
    Slip(
        "undeclared-tag",
        "tags: [{name: Orders, description: What people buy.}]\n",
        "",
        "not declared",
        base=OLDER,
    ),
    Slip(
        "unused-tag",
        "description: Who buys.\n",
        "description: Who buys.\n  - name: «Sellers\n    description: Who sells.\n",
        "no operation",
    ),
    # Operations
    Slip("status-code", '"201":', '«"20O":', did("200"), always=True),
    Slip("status-code", '"201":', '«"2004":', "did you mean '200' or '204'?", always=True),
    Slip("status-code", '"404":', '«"40A":', "did you mean '400', '404' or '401'?", always=True),
    Slip("status-code", '"404":', "«Not Found:", did("404"), always=True),
    Slip("status-code", '"404":', "«404 Error:", did("404"), always=True),
    Slip("status-code", '"404":', '«"400-499":', did("4XX"), always=True),
    Slip("path-parameter", "name: id\n", "name: idd\n", "", ("path-parameter",), always=True),
    Slip("operation-id", "operationId: addBuyer", "operationId: «add buyer", did("add_buyer")),
    Slip("operation-id", "operationId: addBuyer", "operationId: «Add-Buyer!", did("Add_Buyer")),
    Slip("operation-id", "operationId: addBuyer", "operationId: «get_order", "'getOrder'"),
    Slip("reserved-header", FIELD, "- name: «Authorization", "'security'"),
    Slip("reserved-header", FIELD, "- name: «accept", "media types of the responses"),
    Slip("reserved-header", FIELD, "- name: «Content-Type", "media type of the body"),
    Slip("reserved-header", "Retry-After:", "«Content-Type:", "the key of its content"),
    Slip(
        "body-without-meaning",
        "      summary: Read an order",
        "      summary: Read an order\n      «requestBody: {content: {text/plain: {schema: {type: string}}}}",
        "GET",
    ),
    Slip(
        "body-without-meaning",
        "description: It is gone.",
        "description: It is gone.\n          «content: {text/plain: {schema: {type: string}}}",
        "204",
    ),
    Slip(
        "no-success",
        '"204":\n          description: It is gone.',
        '"404":\n          description: There is none.',
        "no response",
    ),
    Slip(
        "default-of-required",
        "schema: {type: string, format: uuid}\n",
        "schema: {type: string, «default: a}\n",
        "'id' is required",
    ),
    Slip("path-template", "  /buyers:", "  «/buyers/:id:", did("/buyers/{id}")),
    Slip("path-template", "  /buyers:", "  «/buyers/<int:id>:", did("/buyers/{id}")),
    Slip("path-template", "  /buyers:", "  «/buy ers:", "no spaces"),
    Slip("encoding", "photo: {contentType", "«phto: {contentType", did("photo")),
    Slip("unknown-scope", "login: [read]", "login: [«raed]", did("read")),
    Slip("unknown-scope", "security: [{key: []}]", "security: [{key: [«read]}]", "write []", base=OLDER),
    Slip("unknown-security-scheme", "- login: [read]", "- «logn: [read]", did("login"), always=True),
    Slip(
        "missing-key",
        "          description: Added.\n",
        "          headers: {}\n",
        "must have 'description'",
        base=BASE,
        always=True,
    ),
    Slip(
        "missing-key",
        "          scopes: {read: Reading., write: Writing.}\n",
        "",
        "",
        ("unknown-scope",),
        always=True,
    ),
    # Addresses and versions
    Slip("openapi-version", "openapi: 3.1.0", "openapi: «3.1.01", did("3.1.0")),
    Slip("openapi-version", "openapi: 3.0.3", "openapi: «3.0.9", did("3.0.0"), base=OLDER),
    Slip("unreachable-server", SERVER, "- url: «shop.example.com/v1\n", did("https://shop.example.com/v1")),
    Slip("server", SERVER, "- url: «localhost:8080\n", did("http://localhost:8080"), always=True),
    Slip("unreachable-server", SERVER, "- url: «//shop.example.com\n", did("https://shop.example.com")),
    Slip("unreachable-server", SERVER, "- url: «http://shop.acme.com\n", did("https://shop.acme.com")),
    Slip("unreachable-server", SERVER, "- url: «/v1\n", "a relative URL"),
    Slip("unreachable-server", SERVER, "- url: «https//shop.acme.com\n", did("https://shop.acme.com")),
    Slip(
        "unreachable-server", SERVER, "- url: «https://https://shop.acme.com\n", did("https://shop.acme.com")
    ),
    Slip("server", SERVER, "- url: «htps://shop.acme.com\n", did("https://shop.acme.com"), always=True),
    Slip(
        "server-variable-value", "default: eu", "default: «ue", "none of its values: 'eu', 'us'", always=True
    ),
    Slip(
        "server-variable-value",
        "region: {default",
        "«regio: {default: a}\n      region: {default",
        "has no {regio}",
    ),
    Slip("no-version", "version: 1.2.0\n  contact", "version: «latest\n  contact", "is no version"),
    Slip("url", '"https://shop.example.com"', "«shop.example.com", did("https://shop.example.com")),
    Slip("url", "hello@shop.example.com", "«hello.shop.example.com", "no e-mail address"),
    Slip("url", "https://shop.example.com/token", "«/token", "not a whole URL"),
    Slip(
        "server-variable",
        "url: https://{region}.shop",
        "url: «https://{regoin}.shop",
        did("region"),
        ("server-variable-value",),
        always=True,
    ),
    Slip("status-code", '"204":', '«"204 ":', did("204"), always=True),
    # Documentation
    Slip("missing-description", "      summary: Delete an order\n", "", "neither 'summary' nor"),
    Slip("missing-description", "          description: How many items.\n", "", "'limit' has no"),
    Slip(
        "missing-description",
        "      description: An order.\n      type: object\n      required",
        "      type: object\n      required",
        "'Order' has no",
    ),
    Slip("missing-description", ", description: In words.", "", "'title' has no"),
    Slip("missing-description", "              description: When to ask again.\n", "", "this header has no"),
    Slip("empty-description", "summary: Delete an order", 'summary: «""', "it is empty"),
    Slip(
        "empty-description",
        "description: An order.\n      type: object\n      required",
        "description: «TODO\n      type: object\n      required",
        "'TODO' says nothing",
    ),
    Slip("empty-description", "description: Added.", "description: «' '", "it is empty"),
    Slip("missing-example", "            example: {name: Ada}\n", "", "has no example"),
    Slip(
        "missing-example",
        "              examples: {small: {value: {id: 7C1F0B52-9D3E-4A86-B1C4-5E8A20D97F36, state: open}}}\n",
        "",
        "has no example",
    ),
    # Names that look alike, and keys of examples
    Slip(
        "similar-name",
        "  /buyers:\n    post:",
        "  /buyers: {}\n  «/buyers/:\n    post:",
        "hard to tell from '/buyers'",
    ),
    Slip(
        "similar-name",
        NOTE,
        f"{NOTE}\n        «Note: {{type: string, description: A.}}",
        "hard to tell from 'note'",
    ),
    Slip(
        "similar-name",
        "    description: Who buys.\n",
        "    description: Who buys.\n  - name: «buyers\n    description: B.\n",
        "'Buyers'",
        ("unused-tag",),
    ),
    Slip("unknown-property", "state: open}", "state: open, «nte: fragile}", did("note")),
    Slip(
        "unknown-property", "example: {name: Ada}", "example: {«nmae: Ada, name: Ada}", "no property 'nmae'"
    ),
    Slip(
        "misspelt-license", "  contact:", "  license: {name: MIT, identifier: «MTI}\n  contact:", did("MIT")
    ),
    Slip(
        "misspelt-license",
        "  contact:",
        "  license: {name: A, identifier: «Apache 2.0}\n  contact:",
        did("Apache-2.0"),
    ),
    Slip("no-version", "version: 1.2.0\n  contact", "version: «1.2.O\n  contact", "is no version"),
    Slip("unreachable-server", SERVER, '- url: «"https://shop,example.com"\n', "is not the name of a host"),
    Slip(
        "keyword",
        "description: What has a name.",
        "description: A.\n      «size: {type: string, description: A.}",
        "it belongs in 'properties'",
    ),
    Slip(
        "dangling-reference",
        'payment: {$ref: "#/components/schemas/Payment"}',
        "payment: {$ref: «Payment}",
        did("#/components/schemas/Payment"),
        always=True,
    ),
    Slip(
        "dangling-reference",
        'payment: {$ref: "#/components/schemas/Payment"}',
        "payment: {$ref: «components/schemas/Payment}",
        did("#/components/schemas/Payment"),
        always=True,
    ),
    Slip(
        "inapplicable-style",
        "- name: limit\n",
        "- name: limit\n          style: «deepObject\n",
        "but of 'object'",
    ),
    Slip(
        "runtime-expression",
        "description: Added.",
        "description: Added.\n          links: {a: {operationId: getOrder, requestBody: «$respons.body#/id}}",
        "no runtime expression",
    ),
    Slip(
        "runtime-expression",
        "      summary: Add a buyer",
        "      summary: Add a buyer\n      callbacks: {added: {«'{$request.bdy#/url}': {}}}",
        "no runtime expression",
    ),
    Slip(
        "missing-example",
        "examples: {small: {value: ",
        "examples: {«small: {summary: A.}, big: {value: ",
        "no 'value'",
    ),
    Slip(
        "missing-schema",
        """          application/json:
            schema: {$ref: "#/components/schemas/Buyer"}
""",
        "          «application/json:\n",
        "has no 'schema'",
        ("unused-component",),
    ),
    # Components
    Slip("unused-component", "    Cash:\n", "    «Old:\n      description: Nobody's.\n    Cash:\n", "'Old'"),
    Slip(
        "unused-component",
        '"404":\n          $ref: "#/components/responses/Missing"',
        '"404":\n          description: No order.',
        "'Missing'",
        ("unused-component",),
    ),
    Slip(
        "unused-component",
        "  responses:\n    Missing:",
        "  headers:\n    «Cost: {description: A., schema: {type: string}}\n  responses:\n    Missing:",
        "headers",
    ),
    Slip(
        "unused-component",
        "  securitySchemes:\n    login:",
        "  securitySchemes:\n    «other: {type: http, scheme: basic}\n    login:",
        "securitySchemes",
    ),
]


def marked(slip: Slip) -> tuple[str, tuple[int, int] | None]:
    """The text of the document, and where in it the problem is to be shown."""
    before, mark, after = slip.text().partition("«")
    place = (before.count("\n") + 1, len(before) - before.rfind("\n")) if mark else None
    return before + after, place


def told(text: str, tmp_path: Path, *, strict: bool) -> list[tuple[str, tuple[int, int], str]]:
    """Rule, line and column, and message of each problem."""
    file = tmp_path / "openapi.yaml"
    file.write_text(text)
    document = bundle(load(file))
    try:
        check(document.root, strict=strict, faults=document.faults)
    except Refused as refused:
        return [
            (one.rule, (place.line, place.column), one.message)
            for one in refused.problems
            for place in [document.source.place(one.where, one.on)]
        ]
    return []


@pytest.mark.parametrize("base", [BASE, OLDER])
def test_the_documents_that_are_edited_have_no_slips(base: str, tmp_path: Path) -> None:
    assert told(base, tmp_path, strict=True) == []
    assert told(f"{base}x-generate: {{strict: true}}\n", tmp_path, strict=False) == []


@pytest.mark.parametrize("name", ["short", "int", "long"])
def test_what_other_languages_call_a_format_of_numbers_may_be_one_of_texts(name: str, tmp_path: Path) -> None:
    text = BASE.replace("description: In words.", f"format: {name}, description: In words.")
    assert text != BASE
    assert told(text, tmp_path, strict=True) == []


def test_a_component_that_only_a_webhook_uses_is_used(tmp_path: Path) -> None:
    hook = """\
webhooks:
  paid:
    post:
      summary: It is paid
      description: A buyer has paid.
      tags: [Orders]
      operationId: orderPaid
      requestBody:
        description: The event.
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Paid"}
            example: {order: 1}
      responses:
        "204": {description: It is known.}
"""
    paid = """\
  schemas:
    Paid:
      description: An event.
      type: object
      properties:
        order: {type: integer, description: Its number.}
"""
    text = BASE.replace("components:\n", f"{hook}components:\n").replace("  schemas:\n", paid)
    assert told(text, tmp_path, strict=True) == []


@pytest.mark.parametrize("key", ["x-genrate", "x_generate", "x-generat", "X-Generate"])
def test_misspelling_strict_is_a_slip(key: str, tmp_path: Path) -> None:
    ((rule, place, message),) = told(f"{BASE}{key}: {{strict: true}}\n", tmp_path, strict=False)
    assert rule in {"misspelt-extension", "unknown-key"}
    assert place == (BASE.count("\n") + 1, 1)
    assert did("x-generate") in message


def test_the_extension_of_another_tool_is_no_slip(tmp_path: Path) -> None:
    assert told(f"{BASE}x-generator: NSwag v14.0.3.0\n", tmp_path, strict=False) == []


@pytest.mark.parametrize("version", ["3.1.0", "3.1.2", "3.2.0"])
def test_a_strict_document_is_of_any_version(version: str, tmp_path: Path) -> None:
    assert told(BASE.replace("3.1.0", version), tmp_path, strict=True) == []


@pytest.mark.parametrize("slip", TRIED, ids=lambda slip: f"{slip.rule}: {slip.new[:40]}")
def test_a_slip_is_refused_at_its_place(slip: Slip, tmp_path: Path) -> None:
    text, place = marked(slip)
    found = told(text, tmp_path, strict=True)
    assert sorted({rule for rule, _, _ in found}) == sorted({slip.rule, *slip.others}), found
    places = {at: message for rule, at, message in found if rule == slip.rule}
    if place is not None:
        assert place in places
    assert any(slip.suggestion in message for at, message in places.items() if place in {None, at}), places


@pytest.mark.parametrize("slip", TRIED, ids=lambda slip: f"{slip.rule}: {slip.new[:40]}")
def test_without_strict_it_passes_as_before(slip: Slip, tmp_path: Path) -> None:
    file = tmp_path / "openapi.yaml"
    file.write_text(marked(slip)[0])
    document = bundle(load(file))
    try:
        found = check(document.root, faults=document.faults).tolerated
    except Refused as refused:
        found = refused.problems
    assert any(problem.rule != "example" for problem in found) is slip.always


def test_every_rule_is_tried() -> None:
    assert set(STRICT_RULES) <= {slip.rule for slip in TRIED}
