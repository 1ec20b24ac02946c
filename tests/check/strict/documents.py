"""Two documents without a slip, and the parts of them that slips replace."""

from __future__ import annotations

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
