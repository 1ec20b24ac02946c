"""The objects of OpenAPI 3.0, 3.1 and 3.2 as tables: the keys of each kind, and the kinds of their values."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from codegen.standard.http_methods import METHODS
from codegen.standard.keywords import KEYWORDS, Keyword
from codegen.standard.kinds import Content, ObjectKind, listed, mapped, plain_keys

_DOCS = {"externalDocs": Content("externalDocs")}
_VALUE: dict[str, Content | None] = {
    **plain_keys("description", "required", "deprecated", "style", "explode", "example"),
    "schema": Content("schema"),
    "examples": mapped("example"),
    "content": mapped("mediaType"),
}

_COMPONENTS: dict[str, Content | None] = {
    "schemas": mapped("schema"),
    "responses": mapped("response"),
    "parameters": mapped("parameter"),
    "examples": mapped("example"),
    "requestBodies": mapped("requestBody"),
    "headers": mapped("header"),
    "securitySchemes": mapped("securityScheme"),
    "links": mapped("link"),
    "callbacks": mapped("callback"),
}

_WITH_OBJECTS: Mapping[str, Content] = {
    "discriminator": Content("discriminator"),
    "xml": Content("xml"),
    **_DOCS,
}
"""The keywords of OpenAPI's own that hold objects of other kinds."""


def _held(keyword: Keyword) -> Content | None:
    if keyword.holds is not None:
        return Content("schema", keyword.holds)
    return _WITH_OBJECTS.get(keyword.name, None)


_KINDS_30: Mapping[str, ObjectKind] = {
    "openapi": ObjectKind(
        "the document",
        {
            **plain_keys("openapi"),
            "info": Content("info"),
            "servers": listed("server"),
            "paths": Content("paths"),
            "components": Content("components"),
            "security": listed("securityRequirement"),
            "tags": listed("tag"),
            **_DOCS,
        },
    ),
    "info": ObjectKind(
        "the info",
        {
            **plain_keys("title", "description", "termsOfService", "version"),
            "contact": Content("contact"),
            "license": Content("license"),
        },
    ),
    "contact": ObjectKind("a contact", plain_keys("name", "url", "email")),
    "license": ObjectKind("a license", plain_keys("name", "url")),
    "server": ObjectKind(
        "a server", {**plain_keys("url", "description"), "variables": mapped("serverVariable")}
    ),
    "serverVariable": ObjectKind("a server variable", plain_keys("enum", "default", "description")),
    "components": ObjectKind("the components", _COMPONENTS),
    "paths": ObjectKind("the paths", others=Content("pathItem"), is_open=True),
    "pathItem": ObjectKind(
        "a path item",
        {
            **plain_keys("$ref", "summary", "description"),
            **{method: Content("operation") for method in METHODS if method != "query"},
            "servers": listed("server"),
            "parameters": listed("parameter"),
        },
    ),
    "operation": ObjectKind(
        "an operation",
        {
            **plain_keys("tags", "summary", "description", "operationId", "deprecated"),
            "parameters": listed("parameter"),
            "requestBody": Content("requestBody"),
            "responses": Content("responses"),
            "callbacks": mapped("callback"),
            "security": listed("securityRequirement"),
            "servers": listed("server"),
            **_DOCS,
        },
    ),
    "externalDocs": ObjectKind("an external documentation", plain_keys("description", "url")),
    "parameter": ObjectKind(
        "a parameter",
        {**plain_keys("name", "in", "allowEmptyValue", "allowReserved"), **_VALUE},
        is_referable=True,
    ),
    "requestBody": ObjectKind(
        "a request body",
        {**plain_keys("description", "required"), "content": mapped("mediaType")},
        is_referable=True,
    ),
    "mediaType": ObjectKind(
        "a media type",
        {
            **plain_keys("example"),
            "schema": Content("schema"),
            "examples": mapped("example"),
            "encoding": mapped("encoding"),
        },
    ),
    "encoding": ObjectKind(
        "an encoding",
        {**plain_keys("contentType", "style", "explode", "allowReserved"), "headers": mapped("header")},
    ),
    "responses": ObjectKind("the responses", others=Content("response"), is_open=True),
    "response": ObjectKind(
        "a response",
        {
            **plain_keys("description"),
            "headers": mapped("header"),
            "content": mapped("mediaType"),
            "links": mapped("link"),
        },
        is_referable=True,
    ),
    "callback": ObjectKind("a callback", others=Content("pathItem"), is_open=True, is_referable=True),
    "example": ObjectKind(
        "an example", plain_keys("summary", "description", "value", "externalValue"), is_referable=True
    ),
    "link": ObjectKind(
        "a link",
        {
            **plain_keys("operationRef", "operationId", "parameters", "requestBody", "description"),
            "server": Content("server"),
        },
        is_referable=True,
    ),
    "header": ObjectKind(
        "a header", {**plain_keys("allowEmptyValue", "allowReserved"), **_VALUE}, is_referable=True
    ),
    "tag": ObjectKind("a tag", {**plain_keys("name", "description"), **_DOCS}),
    "schema": ObjectKind(
        "a schema", {one.name: _held(one) for one in KEYWORDS.values() if one.in_30}, is_referable=True
    ),
    "discriminator": ObjectKind(
        "a discriminator", plain_keys("propertyName", "mapping"), is_extensible=False
    ),
    "xml": ObjectKind("an XML object", plain_keys("name", "namespace", "prefix", "attribute", "wrapped")),
    "securityScheme": ObjectKind(
        "a security scheme",
        {
            **plain_keys("type", "description", "name", "in", "scheme", "bearerFormat", "openIdConnectUrl"),
            "flows": Content("oauthFlows"),
        },
        is_referable=True,
    ),
    "oauthFlows": ObjectKind(
        "the OAuth flows",
        {
            flow: Content("oauthFlow")
            for flow in ("implicit", "password", "clientCredentials", "authorizationCode")
        },
    ),
    "oauthFlow": ObjectKind(
        "an OAuth flow", plain_keys("authorizationUrl", "tokenUrl", "refreshUrl", "scopes")
    ),
    "securityRequirement": ObjectKind("a security requirement", is_open=True, is_extensible=False),
}


def _extended(kinds: Mapping[str, ObjectKind], name: str, /, **more: Content | None) -> ObjectKind:
    kind = kinds[name]
    return replace(kind, keys={**kind.keys, **more})


_KINDS_31: Mapping[str, ObjectKind] = {
    **_KINDS_30,
    "openapi": _extended(_KINDS_30, "openapi", jsonSchemaDialect=None, webhooks=mapped("pathItem")),
    "info": _extended(_KINDS_30, "info", summary=None),
    "license": _extended(_KINDS_30, "license", identifier=None),
    "components": _extended(_KINDS_30, "components", pathItems=mapped("pathItem")),
    "discriminator": replace(_KINDS_30["discriminator"], is_extensible=True),
    # Any other keyword is an annotation (JSON Schema 2020-12, core, 6.5).
    "schema": ObjectKind(
        "a schema", {one.name: _held(one) for one in KEYWORDS.values() if one.in_31}, is_open=True
    ),
}

_BY_POSITION: Mapping[str, Content | None] = {
    "prefixEncoding": listed("encoding"),
    "itemEncoding": Content("encoding"),
}

KINDS_32: Mapping[str, ObjectKind] = {
    **_KINDS_31,
    "openapi": _extended(_KINDS_31, "openapi", **plain_keys("$self")),
    "server": _extended(_KINDS_31, "server", name=None),
    "components": _extended(_KINDS_31, "components", mediaTypes=mapped("mediaType")),
    "pathItem": _extended(
        _KINDS_31, "pathItem", query=Content("operation"), additionalOperations=mapped("operation")
    ),
    "mediaType": replace(
        _extended(_KINDS_31, "mediaType", description=None, itemSchema=Content("schema"), **_BY_POSITION),
        is_referable=True,
    ),
    "encoding": _extended(_KINDS_31, "encoding", encoding=mapped("encoding"), **_BY_POSITION),
    "response": _extended(_KINDS_31, "response", summary=None),
    "example": _extended(_KINDS_31, "example", dataValue=None, serializedValue=None),
    "tag": _extended(_KINDS_31, "tag", summary=None, parent=None, kind=None),
    "discriminator": _extended(_KINDS_31, "discriminator", defaultMapping=None),
    "xml": _extended(_KINDS_31, "xml", nodeType=None),
    "securityScheme": _extended(_KINDS_31, "securityScheme", deprecated=None, oauth2MetadataUrl=None),
    "oauthFlows": _extended(_KINDS_31, "oauthFlows", deviceAuthorization=Content("oauthFlow")),
    "oauthFlow": _extended(_KINDS_31, "oauthFlow", deviceAuthorizationUrl=None),
}

KINDS_31: Mapping[str, ObjectKind] = {name: kind.reading(KINDS_32[name]) for name, kind in _KINDS_31.items()}
"""Keys of 3.2 are read as 3.2 means them: tools write them into documents that call themselves 3.1."""

NEWER_KEYWORDS = [
    one
    for one in KEYWORDS.values()
    if one.in_31 and not one.in_30 and (one.name[0] != "$" or one.name in {"$comment", "$defs"})
]
"""The keywords of 3.1 that are read in 3.0. Those that identify schemas are not."""

KINDS_30: Mapping[str, ObjectKind] = {
    **{name: kind.reading(KINDS_32[name]) for name, kind in _KINDS_30.items()},
    "schema": replace(_KINDS_30["schema"], newer={one.name: _held(one) for one in NEWER_KEYWORDS}),
}
"""So are those of 3.1 and 3.2 in documents of 3.0."""
