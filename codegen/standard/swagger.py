"""The objects of Swagger 2.0 as a table; kinds that OpenAPI 3.0 has too have the same names."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.standard.http_methods import METHODS
from codegen.standard.kinds import Content, ObjectKind, listed, mapped, plain_keys
from codegen.standard.openapi import KINDS_30

LIMITS = (
    *("maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern"),
    *("maxItems", "minItems", "uniqueItems", "enum", "multipleOf"),
)
"""What limits a value, in a schema as in a parameter, an item and a header."""

_VALUE: dict[str, Content | None] = {
    **plain_keys("type", "format", "collectionFormat", "default", *LIMITS),
    "items": Content("items"),
}
_DOCS = {"externalDocs": Content("externalDocs")}

KINDS_20: Mapping[str, ObjectKind] = {
    **{name: KINDS_30[name] for name in ("contact", "license", "externalDocs", "tag", "xml", "info")},
    "openapi": ObjectKind(
        "the document",
        {
            **plain_keys("swagger", "host", "basePath", "schemes", "consumes", "produces"),
            "info": Content("info"),
            "paths": Content("paths"),
            "definitions": mapped("schema"),
            "parameters": mapped("parameter"),
            "responses": mapped("response"),
            "securityDefinitions": mapped("securityScheme"),
            "security": listed("securityRequirement"),
            "tags": listed("tag"),
            **_DOCS,
        },
    ),
    "paths": KINDS_30["paths"],
    "pathItem": ObjectKind(
        "a path item",
        {
            **plain_keys("$ref"),
            **{
                method: Content("operation")
                for method in METHODS
                if method in KINDS_30["pathItem"].keys and method != "trace"
            },
            "parameters": listed("parameter"),
        },
    ),
    "operation": ObjectKind(
        "an operation",
        {
            **plain_keys("tags", "summary", "description", "operationId", "deprecated"),
            **plain_keys("consumes", "produces", "schemes"),
            "parameters": listed("parameter"),
            "responses": Content("responses"),
            "security": listed("securityRequirement"),
            **_DOCS,
        },
    ),
    "parameter": ObjectKind(
        "a parameter",
        {
            **plain_keys("name", "in", "description", "required", "allowEmptyValue"),
            "schema": Content("schema"),
            **_VALUE,
        },
        is_referable=True,
    ),
    "items": ObjectKind("the items", _VALUE),
    "responses": KINDS_30["responses"],
    "response": ObjectKind(
        "a response",
        {**plain_keys("description", "examples"), "schema": Content("schema"), "headers": mapped("header")},
        is_referable=True,
    ),
    "header": ObjectKind("a header", {**plain_keys("description"), **_VALUE}),
    # Keys of 3.0 are read as 3.0 means them: many write `nullable` and `oneOf` into documents of 2.0.
    "schema": ObjectKind(
        "a schema",
        {
            **plain_keys("title", "description", "type", "format", "default", "required", *LIMITS),
            **plain_keys("maxProperties", "minProperties", "discriminator", "readOnly", "example"),
            "items": Content("schema"),
            "allOf": listed("schema"),
            "properties": mapped("schema"),
            "additionalProperties": Content("schema"),
            "xml": Content("xml"),
            **_DOCS,
        },
        is_referable=True,
    ).reading(KINDS_30["schema"]),
    "securityScheme": ObjectKind(
        "a security scheme",
        plain_keys("type", "description", "name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes"),
    ),
    "securityRequirement": KINDS_30["securityRequirement"],
}
