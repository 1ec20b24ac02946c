"""Edits of the document, and what the report says about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from tests.drift.reference.orders import DOCUMENT

MISSING = object()
OPERATION = "paths /orders/{orderID} patch"
BODY = f"{OPERATION} requestBody content application/json schema"
ORDER = "components schemas Order"


@dataclass(frozen=True)
class Edit:
    """An edit of the document, and what has to be reported."""

    at: str
    """The keys on the way, separated by spaces."""
    value: Any
    rule: str
    says: str
    words: str = ""
    """The line of the page that is shown, if it can only be one."""


# ruff: noqa: E501 - a row is a line
EDITS = [
    # the operation
    Edit(OPERATION, "rename put", "method-changed", "the page has PATCH", "PATCH"),
    Edit("paths /orders/{orderID}", "rename /purchases/{orderID}", "path-changed", "`/purchases/{orderID}`", "/orders/{orderID}"),
    Edit("paths /orders/{orderID}", "rename /v2/orders/{orderID}", "path-changed", "`/v2/orders/{orderID}`", "/orders/{orderID}"),
    Edit(OPERATION, MISSING, "operation-missing", "lacks PATCH /orders/{orderID}", "PATCH"),
    Edit("servers 0 url", "https://shop.example.com/v2", "server-changed", "`https://shop.example.com/v1`"),
    # parameters
    Edit(f"{OPERATION} parameters 0", MISSING, "parameter-missing", "query parameter `notify`", "notify"),
    Edit(f"{OPERATION} parameters 2", MISSING, "parameter-missing", "query parameter `retries`", "retries"),
    Edit(f"{OPERATION} parameters 3", MISSING, "parameter-missing", "header parameter `If-Match`", "If-Match"),
    Edit(f"{OPERATION} parameters 4", {"name": "dry", "in": "query", "schema": {"type": "boolean"}}, "parameter-added", "query parameter `dry`"),
    Edit(f"{OPERATION} parameters 0 in", "header", "parameter-moved", "a header parameter", "notify"),
    Edit(f"{OPERATION} parameters 0 required", True, "required-changed", "`notify` is optional on the page", "notify"),
    Edit(f"{OPERATION} parameters 3 required", False, "required-changed", "`If-Match` is required on the page", "If-Match"),
    Edit(f"{OPERATION} parameters 0 schema type", "string", "type-changed", "`boolean` on the page", "boolean"),
    Edit(f"{OPERATION} parameters 2 deprecated", False, "deprecation-changed", "is deprecated on the page", "retries"),
    Edit(f"{OPERATION} parameters 0 deprecated", True, "deprecation-changed", "is not deprecated on the page", "notify"),
    Edit(f"{OPERATION} parameters 2 schema format", "int64", "format-changed", "`int32`", "integer format: int32"),
    Edit(f"{OPERATION} parameters 2 schema maximum", 9, "bounds-changed", "`>= 1 <= 5`", ">= 1 <= 5"),
    Edit(f"{OPERATION} parameters 2 schema minimum", MISSING, "bounds-changed", "the document `<= 5`", ">= 1 <= 5"),
    Edit(f"{OPERATION} parameters 1 schema default", "de", "bounds-changed", "`default: en`", "default: en"),
    Edit(f"{OPERATION} parameters 1 schema enum", ["de", "en", "fr"], "value-added", "`fr`", "Allowed values: de en"),
    Edit(f"{OPERATION} parameters 1 schema enum", ["en"], "value-missing", "`de`", "Allowed values: de en"),
    Edit("paths /orders/{orderID} parameters 0 schema format", MISSING, "format-changed", "no format in the document"),
    # the body
    Edit(f"{OPERATION} requestBody", MISSING, "body-missing", "a request body, the document none"),
    Edit(f"{OPERATION} requestBody required", False, "body-required-changed", "required on the page"),
    Edit(f"{BODY} properties express", MISSING, "field-missing", "`express` of the request body", "express"),
    Edit(f"{BODY} properties express", "rename fast", "field-renamed", "called `fast`", "express"),
    Edit(f"{BODY} properties coupon", {"type": "string"}, "field-added", "`coupon` of the request body"),
    Edit(f"{BODY} required", [], "required-changed", "`note` of the request body is required", "note"),
    Edit(f"{BODY} required", ["note", "express"], "required-changed", "`express`", "express"),
    Edit(f"{BODY} properties note maxLength", 100, "bounds-changed", "<= 200 characters", "<= 200 characters"),
    Edit(f"{BODY} properties note type", ["string", "null"], "null-changed", "may not be null on the page", "string"),
    # responses
    Edit(f"{OPERATION} responses 404", MISSING, "response-missing", "There is no such order."),
    Edit(f"{OPERATION} responses 409", MISSING, "response-missing", "Somebody else"),
    Edit(f"{OPERATION} responses 410", {"description": "Gone.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Line"}}}}, "response-added", "response 410"),
    Edit(f"{OPERATION} responses 200 content application/json", "rename application/cbor", "media-type-missing", "`application/json`", "Media type application/json"),
    # fields
    Edit(f"{ORDER} properties note", MISSING, "field-missing", "`note` of the response", "note"),
    Edit(f"{ORDER} properties id", "rename uid", "field-renamed", "called `uid`", "id"),
    Edit(f"{ORDER} properties lines", "rename items", "field-renamed", "called `items`", "lines"),
    Edit(f"{ORDER} properties customer", "rename buyer", "field-renamed", "called `buyer`", "customer"),
    Edit(f"{ORDER} properties total", MISSING, "field-missing", "`total` of the response", "total"),
    Edit(f"{ORDER} properties created_at", MISSING, "field-missing", "`created_at`", "created_at"),
    Edit(f"{ORDER} properties weight", {"type": "number"}, "field-added", "`weight` of the response"),
    Edit(f"{ORDER} properties created_at format", "date", "format-changed", "`date`", "string format: date-time"),
    Edit(f"{ORDER} properties note format", "email", "format-changed", "`email`", "string | null"),
    Edit(f"{ORDER} properties note type", "string", "null-changed", "may be null on the page", "string | null"),
    Edit(f"{ORDER} properties total type", "integer", "type-changed", "`number` on the page", "number format: double"),
    Edit(f"{ORDER} properties total nullable", True, "null-changed", "`total`", "number format: double"),
    Edit(f"{ORDER} properties tags items type", "integer", "type-changed", "`Array<string>` on the page", "Array<string>"),
    Edit(f"{ORDER} properties tags uniqueItems", False, "bounds-changed", "unique items", "unique items"),
    Edit(f"{ORDER} properties labels additionalProperties type", "integer", "type-changed", "a further field", "string"),
    Edit(f"{ORDER} properties labels additionalProperties", False, "further-missing", "`labels`", "key"),
    Edit(f"{ORDER} properties customer properties address properties zip", MISSING, "field-missing", "`zip` of the field `address`", "zip"),
    Edit(f"{ORDER} properties customer properties name", MISSING, "field-missing", "`name` of the field `customer`", "name"),
    Edit(f"{ORDER} properties customer properties address properties zip pattern", "^[A-Z]+$", "bounds-changed", "^[0-9]+$", "/^[0-9]+$/"),
    Edit(f"{ORDER} required", ["id", "state", "customer"], "required-changed", "`created_at`", "created_at"),
    Edit("components schemas State enum", ["open", "paid"], "value-missing", "`sent`", "Allowed values: open paid sent"),
    Edit("components schemas State enum", ["open", "paid", "sent", "lost"], "value-added", "`lost`", "Allowed values: open paid sent"),
    Edit("components schemas Line properties count", MISSING, "field-missing", "`count` of the field `lines`", "count"),
    Edit("components schemas Line properties count type", "string", "type-changed", "`integer` on the page", "integer"),
    Edit("components schemas Line required", ["product"], "required-changed", "`count`", "count"),
    Edit("components schemas Problem properties code", "rename reason", "field-renamed", "called `reason`", "code"),
    Edit("components schemas Problem properties details", MISSING, "field-missing", "`details`", "details"),
    Edit("components schemas Problem properties details items properties code", MISSING, "field-missing", "`code` of the field `details`", "code"),
    Edit("components schemas Problem properties details items properties field type", "boolean", "type-changed", "`string` on the page", "string"),
    Edit("components schemas Conflict properties version", "rename revision", "field-renamed", "called `revision`", "version"),
]  # fmt: skip

ENTAILED = {
    "value-missing": {"example-value"},  # the example of the page has the value, too
    "field-missing": {"example-field", "field-missing"},  # an example, and the fields in a field
    "field-renamed": {"example-field"},
    "media-type-missing": {"media-type-added"},
    "path-changed": {"server-changed"},
    "further-missing": {"type-changed"},
}  # fmt: skip


def edited(edit: Edit) -> str:
    document = yaml.safe_load(DOCUMENT.read_text(encoding="utf-8"))
    *way, last = (int(one) if one.isdigit() and len(one) < 3 else one for one in edit.at.split())
    owner, holder = document, document
    for key in way:
        owner, holder = owner[key], owner
    required = holder["required"] if way[-1:] == ["properties"] and last in holder.get("required", ()) else []
    if edit.value is MISSING:
        del owner[last]
        required[:] = [one for one in required if one != last]
    elif isinstance(edit.value, str) and edit.value.startswith("rename "):
        new = edit.value.removeprefix("rename ")
        items = [(new if key == last else key, value) for key, value in owner.items()]
        owner.clear()
        owner.update(items)
        required[:] = [new if one == last else one for one in required]
    elif isinstance(owner, list) and last == len(owner):
        owner.append(edit.value)
    else:
        owner[last] = edit.value
    return yaml.safe_dump(document, sort_keys=False)
