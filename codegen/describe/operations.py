"""Operations: parameters, bodies, responses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from codegen.describe.notes import docs, examples, extensions, notes, origins
from codegen.describe.security import security
from codegen.describe.servers import servers
from codegen.document.node import Node, Pointer
from codegen.model.api import (
    Absent,
    Body,
    Encoding,
    Header,
    Link,
    Media,
    Operation,
    Parameter,
    Response,
    Style,
)
from codegen.model.types import Type
from codegen.second_reader.parse import Parsed, ParsedOperation
from codegen.second_reader.readings import Value
from codegen.standard.media_types import spelled


@dataclass(frozen=True, slots=True)
class Document:
    """The simplified document, and what was understood of it."""

    root: Node
    parsed: Parsed
    aliases: Mapping[str, Node]
    """The components without a class."""


def operation(document: Document, path: str, method: str, item: Node) -> Operation:
    """The operation of a path item at a path and a method."""
    parsed, aliases = document.parsed, document.aliases
    node = item.mapping(method)
    understood = parsed.operations[path, method]
    tags = [tag for tag in node.values_of("tags") if isinstance(tag, str)]
    return Operation(
        id=node.text("operationId") or None,
        method=method.upper(),
        path=path,
        tag=tags[0] if tags else None,
        other_tags=tuple(tags[1:]),
        summary=node.text("summary"),
        description=node.text("description"),
        docs=docs(node),
        deprecated=node.get("deprecated") is True,
        parameters=_parameters(node, understood, aliases),
        body=_body(node.mapping("requestBody"), understood, aliases) if "requestBody" in node else None,
        responses=tuple(
            _response(status, response, understood.responses[status], parsed.headers, aliases)
            for status, response in node.entries("responses")
            if status in understood.responses
        ),
        security=security(document.root, node),
        servers=servers(node if "servers" in node else item),
        extensions=extensions(node),
        origins=node.origins,
    )


def _parameters(
    node: Node, understood: ParsedOperation, aliases: Mapping[str, Node]
) -> tuple[Parameter, ...]:
    declared = {(one.text("in"), one.text("name")): one for one in node.mappings("parameters")}
    return tuple(
        _parameter(declared[identity], value, aliases) for identity, value in understood.parameters.items()
    )


def _parameter(parameter: Node, value: Value, aliases: Mapping[str, Node]) -> Parameter:
    return Parameter(
        wire_name=parameter.text("name"),
        location=cast('Literal["path", "query", "header", "cookie"]', parameter.text("in")),
        type=value.type,
        required=value.required,
        style=_style(parameter, _USUAL_STYLES[parameter.text("in")]),
        notes=notes(parameter.mapping("schema"), parameter, aliases),
        origins=origins(parameter),
    )


_USUAL_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
"""OpenAPI 3.1.1, 4.8.12.3."""


def _style(part: Node, usual: str) -> Style:
    """How a parameter or a property is written; only the style ``form`` is exploded unless told otherwise."""
    name = part.text("style") or usual
    return Style(
        name=name,
        explode=part.get("explode", name == "form") is True,
        reserved=part.get("allowReserved") is True,
    )


def _body(body: Node, understood: ParsedOperation, aliases: Mapping[str, Node]) -> Body:
    schemas = (media.mapping("schema") for _, media in body.entries("content"))
    described = (notes(schema, aliases=aliases).description for schema in schemas)
    return Body(
        required=body.get("required") is True,
        description=body.text("description") or next(filter(None, described), ""),
        media=_media(body, understood.body),
        origins=body.origins,
    )


def _media(owner: Node, types: Mapping[str, Type]) -> tuple[Media, ...]:
    return tuple(
        Media(
            media_type=spelled(media_type),
            type=types[media_type],
            encodings={name: _encoding(encoding) for name, encoding in media.entries("encoding")},
            examples=examples(media) or examples(media.mapping("schema")),
            origins=origins(media),
        )
        for media_type, media in owner.entries("content")
    )


def _encoding(encoding: Node) -> Encoding:
    """A style is in force if any of its keys is given, and the media type is ignored then (4.8.15.1.2)."""
    styled = any(key in encoding for key in ("style", "explode", "allowReserved"))
    return Encoding(
        content_type=None if styled else encoding.text("contentType") or None,
        style=_style(encoding, "form") if styled else None,
        headers=tuple(name for name in encoding.mapping("headers") if name.lower() != "content-type"),
    )


def _response(
    status: str,
    response: Node,
    types: Mapping[str, Type],
    headers: Mapping[Pointer, Type],
    aliases: Mapping[str, Node],
) -> Response:
    return Response(
        status=status,
        description=response.text("description"),
        headers=tuple(
            Header(
                wire_name=name,
                type=headers[header.pointer],
                required=header.get("required") is True,
                notes=notes(header.mapping("schema"), header, aliases),
                origins=origins(header),
            )
            for name, header in response.entries("headers")
        ),
        media=_media(response, types),
        links=tuple(_link(name, link) for name, link in response.entries("links")),
        origins=response.origins,
    )


def _link(name: str, link: Node) -> Link:
    return Link(
        name=name,
        operation=link.text("operationId") or link.text("operationRef"),
        parameters=link.mapping("parameters"),
        body=link.get("requestBody", Absent.ABSENT),
        description=link.text("description"),
        origins=link.origins,
    )
