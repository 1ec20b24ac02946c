"""The objects of OpenAPI 3.0, 3.1 and 3.2 as tables: the keys of each kind, and the kinds of their values."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from codegen.standard.keywords import KEYWORDS, Keyword
from codegen.standard.kinds import Content, Kind, listed, mapped, plain
from codegen.standard.methods import METHODS

_DOCS = {"externalDocs": Content("externalDocs")}
_VALUE: dict[str, Content | None] = {
    **plain("description", "required", "deprecated", "style", "explode", "example"),
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


_KINDS_30: Mapping[str, Kind] = {
    "openapi": Kind(
        "the document",
        {
            **plain("openapi"),
            "info": Content("info"),
            "servers": listed("server"),
            "paths": Content("paths"),
            "components": Content("components"),
            "security": listed("securityRequirement"),
            "tags": listed("tag"),
            **_DOCS,
        },
    ),
    "info": Kind(
        "the info",
        {
            **plain("title", "description", "termsOfService", "version"),
            "contact": Content("contact"),
            "license": Content("license"),
        },
    ),
    "contact": Kind("a contact", plain("name", "url", "email")),
    "license": Kind("a license", plain("name", "url")),
    "server": Kind("a server", {**plain("url", "description"), "variables": mapped("serverVariable")}),
    "serverVariable": Kind("a server variable", plain("enum", "default", "description")),
    "components": Kind("the components", _COMPONENTS),
    "paths": Kind("the paths", others=Content("pathItem"), is_open=True),
    "pathItem": Kind(
        "a path item",
        {
            **plain("$ref", "summary", "description"),
            **{method: Content("operation") for method in METHODS if method != "query"},
            "servers": listed("server"),
            "parameters": listed("parameter"),
        },
    ),
    "operation": Kind(
        "an operation",
        {
            **plain("tags", "summary", "description", "operationId", "deprecated"),
            "parameters": listed("parameter"),
            "requestBody": Content("requestBody"),
            "responses": Content("responses"),
            "callbacks": mapped("callback"),
            "security": listed("securityRequirement"),
            "servers": listed("server"),
            **_DOCS,
        },
    ),
    "externalDocs": Kind("an external documentation", plain("description", "url")),
    "parameter": Kind(
        "a parameter",
        {**plain("name", "in", "allowEmptyValue", "allowReserved"), **_VALUE},
        is_referable=True,
    ),
    "requestBody": Kind(
        "a request body",
        {**plain("description", "required"), "content": mapped("mediaType")},
        is_referable=True,
    ),
    "mediaType": Kind(
        "a media type",
        {
            **plain("example"),
            "schema": Content("schema"),
            "examples": mapped("example"),
            "encoding": mapped("encoding"),
        },
    ),
    "encoding": Kind(
        "an encoding",
        {**plain("contentType", "style", "explode", "allowReserved"), "headers": mapped("header")},
    ),
    "responses": Kind("the responses", others=Content("response"), is_open=True),
    "response": Kind(
        "a response",
        {
            **plain("description"),
            "headers": mapped("header"),
            "content": mapped("mediaType"),
            "links": mapped("link"),
        },
        is_referable=True,
    ),
    "callback": Kind("a callback", others=Content("pathItem"), is_open=True, is_referable=True),
    "example": Kind(
        "an example", plain("summary", "description", "value", "externalValue"), is_referable=True
    ),
    "link": Kind(
        "a link",
        {
            **plain("operationRef", "operationId", "parameters", "requestBody", "description"),
            "server": Content("server"),
        },
        is_referable=True,
    ),
    "header": Kind("a header", {**plain("allowEmptyValue", "allowReserved"), **_VALUE}, is_referable=True),
    "tag": Kind("a tag", {**plain("name", "description"), **_DOCS}),
    "schema": Kind(
        "a schema", {one.name: _held(one) for one in KEYWORDS.values() if one.in_30}, is_referable=True
    ),
    "discriminator": Kind("a discriminator", plain("propertyName", "mapping"), is_extensible=False),
    "xml": Kind("an XML object", plain("name", "namespace", "prefix", "attribute", "wrapped")),
    "securityScheme": Kind(
        "a security scheme",
        {
            **plain("type", "description", "name", "in", "scheme", "bearerFormat", "openIdConnectUrl"),
            "flows": Content("oauthFlows"),
        },
        is_referable=True,
    ),
    "oauthFlows": Kind(
        "the OAuth flows",
        {
            flow: Content("oauthFlow")
            for flow in ("implicit", "password", "clientCredentials", "authorizationCode")
        },
    ),
    "oauthFlow": Kind("an OAuth flow", plain("authorizationUrl", "tokenUrl", "refreshUrl", "scopes")),
    "securityRequirement": Kind("a security requirement", is_open=True, is_extensible=False),
}


def _extended(kinds: Mapping[str, Kind], name: str, /, **more: Content | None) -> Kind:
    kind = kinds[name]
    return replace(kind, keys={**kind.keys, **more})


_KINDS_31: Mapping[str, Kind] = {
    **_KINDS_30,
    "openapi": _extended(_KINDS_30, "openapi", jsonSchemaDialect=None, webhooks=mapped("pathItem")),
    "info": _extended(_KINDS_30, "info", summary=None),
    "license": _extended(_KINDS_30, "license", identifier=None),
    "components": _extended(_KINDS_30, "components", pathItems=mapped("pathItem")),
    "discriminator": replace(_KINDS_30["discriminator"], is_extensible=True),
    # Any other keyword is an annotation (JSON Schema 2020-12, core, 6.5).
    "schema": Kind(
        "a schema", {one.name: _held(one) for one in KEYWORDS.values() if one.in_31}, is_open=True
    ),
}

_BY_POSITION: Mapping[str, Content | None] = {
    "prefixEncoding": listed("encoding"),
    "itemEncoding": Content("encoding"),
}

KINDS_32: Mapping[str, Kind] = {
    **_KINDS_31,
    "openapi": _extended(_KINDS_31, "openapi", **plain("$self")),
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

KINDS_31: Mapping[str, Kind] = {name: kind.reading(KINDS_32[name]) for name, kind in _KINDS_31.items()}
"""Keys of 3.2 are read as 3.2 means them: tools write them into documents that call themselves 3.1."""

NEWER_KEYWORDS = [
    one
    for one in KEYWORDS.values()
    if one.in_31 and not one.in_30 and (one.name[0] != "$" or one.name in {"$comment", "$defs"})
]
"""The keywords of 3.1 that are read in 3.0. Those that identify schemas are not."""

KINDS_30: Mapping[str, Kind] = {
    **{name: kind.reading(KINDS_32[name]) for name, kind in _KINDS_30.items()},
    "schema": replace(_KINDS_30["schema"], newer={one.name: _held(one) for one in NEWER_KEYWORDS}),
}
"""So are those of 3.1 and 3.2 in documents of 3.0."""
