"""The objects of OpenAPI 3.0 and 3.1 as data: the keys of each kind, and the kinds of their values.

`walk` visits the objects of a document by that table and by nothing else. So a property that somebody
named ``properties``, the content of an example, a default, the members of an enum and extensions are never
taken for OpenAPI's own structure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from codegen.document.node import Json, Node
from codegen.standard.keywords import KEYWORDS, Keyword, Shape

Version: TypeAlias = str
"""``"3.0"`` or ``"3.1"``."""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands under a key: objects of one kind."""

    kind: str
    shape: Shape = Shape.ONE


def _list(kind: str) -> Content:
    return Content(kind, Shape.LIST)


def _map(kind: str) -> Content:
    return Content(kind, Shape.MAP)


_PLAIN = None
"""A value with nothing of OpenAPI in it, as far as this table goes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of object (OpenAPI 3.1.1, section 4.8)."""

    title: str
    """With its article, as a sentence has it: ``"an operation"``."""
    keys: Mapping[str, Content | None] = field(default_factory=dict)
    """The fixed fields; ``None`` for a value that holds no objects."""
    others: Content | None = None
    """What stands under all other keys, where these are the author's: paths, status codes, expressions."""
    is_open: bool = False
    """Whether keys that the table does not have are the author's to choose."""
    is_extensible: bool = True
    """Whether keys that begin with ``x-`` are allowed."""
    is_referable: bool = False
    """Whether a Reference Object may stand in its place."""

    def content(self, key: str) -> Content | None:
        """What stands under a key."""
        if key in self.keys:
            return self.keys[key]
        return None if self.is_extensible and key.startswith("x-") else self.others


METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""The keys of a path item that are operations (OpenAPI 3.1.1, 4.8.9)."""


def _plain(*keys: str) -> dict[str, Content | None]:
    return dict.fromkeys(keys, _PLAIN)


_DOCS = {"externalDocs": Content("externalDocs")}
_VALUE: dict[str, Content | None] = {
    **_plain("description", "required", "deprecated", "style", "explode", "example"),
    "schema": Content("schema"),
    "examples": _map("example"),
    "content": _map("mediaType"),
}

_COMPONENTS: dict[str, Content | None] = {
    "schemas": _map("schema"),
    "responses": _map("response"),
    "parameters": _map("parameter"),
    "examples": _map("example"),
    "requestBodies": _map("requestBody"),
    "headers": _map("header"),
    "securitySchemes": _map("securityScheme"),
    "links": _map("link"),
    "callbacks": _map("callback"),
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
    return _WITH_OBJECTS.get(keyword.name, _PLAIN)


_KINDS_30: Mapping[str, Kind] = {
    "openapi": Kind(
        "the document",
        {
            **_plain("openapi"),
            "info": Content("info"),
            "servers": _list("server"),
            "paths": Content("paths"),
            "components": Content("components"),
            "security": _list("securityRequirement"),
            "tags": _list("tag"),
            **_DOCS,
        },
    ),
    "info": Kind(
        "the info",
        {
            **_plain("title", "description", "termsOfService", "version"),
            "contact": Content("contact"),
            "license": Content("license"),
        },
    ),
    "contact": Kind("a contact", _plain("name", "url", "email")),
    "license": Kind("a license", _plain("name", "url")),
    "server": Kind("a server", {**_plain("url", "description"), "variables": _map("serverVariable")}),
    "serverVariable": Kind("a server variable", _plain("enum", "default", "description")),
    "components": Kind("the components", _COMPONENTS),
    "paths": Kind("the paths", others=Content("pathItem"), is_open=True),
    "pathItem": Kind(
        "a path item",
        {
            **_plain("$ref", "summary", "description"),
            **{method: Content("operation") for method in METHODS},
            "servers": _list("server"),
            "parameters": _list("parameter"),
        },
    ),
    "operation": Kind(
        "an operation",
        {
            **_plain("tags", "summary", "description", "operationId", "deprecated"),
            "parameters": _list("parameter"),
            "requestBody": Content("requestBody"),
            "responses": Content("responses"),
            "callbacks": _map("callback"),
            "security": _list("securityRequirement"),
            "servers": _list("server"),
            **_DOCS,
        },
    ),
    "externalDocs": Kind("an external documentation", _plain("description", "url")),
    "parameter": Kind(
        "a parameter",
        {**_plain("name", "in", "allowEmptyValue", "allowReserved"), **_VALUE},
        is_referable=True,
    ),
    "requestBody": Kind(
        "a request body",
        {**_plain("description", "required"), "content": _map("mediaType")},
        is_referable=True,
    ),
    "mediaType": Kind(
        "a media type",
        {
            **_plain("example"),
            "schema": Content("schema"),
            "examples": _map("example"),
            "encoding": _map("encoding"),
        },
    ),
    "encoding": Kind(
        "an encoding",
        {**_plain("contentType", "style", "explode", "allowReserved"), "headers": _map("header")},
    ),
    "responses": Kind("the responses", others=Content("response"), is_open=True),
    "response": Kind(
        "a response",
        {
            **_plain("description"),
            "headers": _map("header"),
            "content": _map("mediaType"),
            "links": _map("link"),
        },
        is_referable=True,
    ),
    "callback": Kind("a callback", others=Content("pathItem"), is_open=True, is_referable=True),
    "example": Kind(
        "an example", _plain("summary", "description", "value", "externalValue"), is_referable=True
    ),
    "link": Kind(
        "a link",
        {
            **_plain("operationRef", "operationId", "parameters", "requestBody", "description"),
            "server": Content("server"),
        },
        is_referable=True,
    ),
    "header": Kind("a header", {**_plain("allowEmptyValue", "allowReserved"), **_VALUE}, is_referable=True),
    "tag": Kind("a tag", {**_plain("name", "description"), **_DOCS}),
    "schema": Kind(
        "a schema", {one.name: _held(one) for one in KEYWORDS.values() if one.in_30}, is_referable=True
    ),
    "discriminator": Kind("a discriminator", _plain("propertyName", "mapping"), is_extensible=False),
    "xml": Kind("an XML object", _plain("name", "namespace", "prefix", "attribute", "wrapped")),
    "securityScheme": Kind(
        "a security scheme",
        {
            **_plain("type", "description", "name", "in", "scheme", "bearerFormat", "openIdConnectUrl"),
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
    "oauthFlow": Kind("an OAuth flow", _plain("authorizationUrl", "tokenUrl", "refreshUrl", "scopes")),
    "securityRequirement": Kind("a security requirement", is_open=True, is_extensible=False),
}


def _extended(name: str, **more: Content | None) -> Kind:
    kind = _KINDS_30[name]
    return Kind(
        kind.title,
        {**kind.keys, **more},
        others=kind.others,
        is_open=kind.is_open,
        is_referable=kind.is_referable,
    )


_KINDS_31: Mapping[str, Kind] = {
    **_KINDS_30,
    "openapi": _extended("openapi", jsonSchemaDialect=_PLAIN, webhooks=_map("pathItem")),
    "info": _extended("info", summary=_PLAIN),
    "license": _extended("license", identifier=_PLAIN),
    "components": _extended("components", pathItems=_map("pathItem")),
    "discriminator": _extended("discriminator"),
    # Any other keyword is an annotation (JSON Schema 2020-12, core, 6.5).
    "schema": Kind(
        "a schema", {one.name: _held(one) for one in KEYWORDS.values() if one.in_31}, is_open=True
    ),
}

KINDS: Mapping[Version, Mapping[str, Kind]] = {"3.0": _KINDS_30, "3.1": _KINDS_31}
"""The kinds of objects by version and name. In a 3.1 schema ``$ref`` is a keyword like any other."""


def version_of(root: Node) -> Version:
    """The version of a document that has been found to have one: ``"3.0"`` or ``"3.1"``."""
    return root.text("openapi")[:3]


def is_reference(kind: Kind, node: Node) -> bool:
    """Whether a Reference Object stands where an object of the kind is expected (OpenAPI 3.1.1, 4.8.23)."""
    return kind.is_referable and "$ref" in node


def walk(root: Node, version: Version) -> Iterator[tuple[str, Node]]:
    """Visit every object of a document with its kind, in the document's order.

    A Reference Object is visited as the kind that is expected there, and not entered: what stands beside its
    ``$ref`` is ignored (OpenAPI 3.0.4, 4.7.23).
    """
    kinds = KINDS[version]
    pending: list[tuple[str, Node]] = [("openapi", root)]
    while pending:
        visit = pending.pop()
        yield visit
        kind, node = kinds[visit[0]], visit[1]
        if is_reference(kind, node):
            continue
        inner: list[tuple[str, Node]] = []
        for key, value in node.items():
            if isinstance(value, (Node, list)) and (content := kind.content(key)) is not None:
                inner.extend((content.kind, part) for part in _objects(value, content.shape))
        pending.extend(reversed(inner))


def _objects(value: Json, shape: Shape) -> list[Node]:
    held: list[Json] = [value]
    if shape is Shape.LIST:
        held = value if isinstance(value, list) else []
    elif shape is Shape.MAP:
        held = list(value.values()) if isinstance(value, Node) else []
    return [part for part in held if isinstance(part, Node)]
