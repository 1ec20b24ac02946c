"""Operations: parameters, bodies, responses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from msgspec import Struct
from msgspec.structs import replace

from codegen.describe.constants import only_value
from codegen.describe.notes import docs, examples, extensions, notes, origins
from codegen.describe.security import security
from codegen.describe.servers import servers
from codegen.describe.types import Types
from codegen.document.node import Node, Pointer
from codegen.model.classes import EnumClass
from codegen.model.notes import Absent
from codegen.model.operations import (
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
from codegen.model.schemas import Schema, Simplified
from codegen.model.types import ListOf
from codegen.standard.media_types import is_event_stream, is_sequence, spelled
from codegen.standard.objects import version_of
from codegen.standard.segments import has_segments


class Context(Struct, frozen=True):
    """The simplified document, with its types and aliases."""

    simplified: Simplified
    types: Types
    aliases: Mapping[str, Schema]
    """The components without a class."""
    enums: Mapping[str, EnumClass]
    labels: frozenset[str] = frozenset()
    """The tags that only mark operations: their ``kind`` is not ``nav`` (OpenAPI 3.2.0, 4.22)."""

    @property
    def has_sequences(self) -> bool:
        """Whether arrays of sequential media types are sent item by item, as in OpenAPI 3.2."""
        return version_of(self.simplified.document.root) == "3.2"


def operation(context: Context, path: str, method: str, node: Node, item: Node) -> Operation:
    """The operation of a path item at a path and a method."""
    tags = [tag for tag in node.values_of("tags") if isinstance(tag, str)]
    tags.sort(key=lambda tag: tag in context.labels)
    is_grouped = bool(tags) and tags[0] not in context.labels
    return Operation(
        id=node.text("operationId") or None,
        method=method,
        path=path,
        tag=tags[0] if is_grouped else None,
        other_tags=tuple(tags[1:] if is_grouped else tags),
        summary=node.text("summary"),
        description=node.text("description"),
        docs=docs(node),
        deprecated=node.get("deprecated") is True,
        parameters=_parameters(node, path, context),
        body=_body(node.mapping("requestBody"), context) if "requestBody" in node else None,
        responses=tuple(
            _response(status, response, context) for status, response in node.entries("responses")
        ),
        security=security(context.simplified.document.root, node),
        servers=servers(node if "servers" in node else item),
        extensions=extensions(node),
        origins=node.origins,
    )


def _parameters(node: Node, path: str, context: Context) -> tuple[Parameter, ...]:
    declared = sorted(node.mappings("parameters"), key=lambda one: _order(one, path))
    return tuple(_parameter(one, context) for one in declared)


def _order(parameter: Node, path: str) -> int:
    """Put path parameters first, in the order of the path. The others keep their order."""
    found = path.find(f"{{{parameter.text('name')}}}") if parameter.get("in") == "path" else -1
    return found if found >= 0 else len(path)


def _parameter(parameter: Node, context: Context) -> Parameter:
    schema = context.simplified.schema_of(parameter.pointer)
    location = cast('Literal["path", "query", "querystring", "header", "cookie"]', parameter.text("in"))
    type_, said = context.types.of_parameter(schema), notes(schema, parameter, context.aliases)
    required = parameter.get("required") is True
    may_be_left = required and location != "path"
    return Parameter(
        wire_name=parameter.text("name"),
        location=location,
        type=type_,
        required=required,
        constant=only_value(type_, said, context.enums) if may_be_left else Absent.ABSENT,
        style=replace(_style(parameter, _USUAL_STYLES[location]), fields=_field_styles(parameter)),
        has_segments=has_segments(parameter),
        notes=said,
        origins=_with_schema(parameter, schema),
    )


def _field_styles(parameter: Node) -> tuple[tuple[str, Style], ...]:
    """The styles in the ``encoding`` of a parameter's content."""
    encodings = ((name, _encoding(encoding)) for name, encoding in parameter.entries("encoding"))
    return tuple((name, encoding.style) for name, encoding in encodings if encoding.style is not None)


_USUAL_STYLES = {
    "path": "simple",
    "query": "form",
    "querystring": "form",
    "header": "simple",
    "cookie": "form",
}
"""OpenAPI 3.1.1, 4.8.12.3."""


def _style(part: Node, usual: str) -> Style:
    """How a parameter or a property is serialized. By default, only the style ``form`` is exploded."""
    name = part.text("style") or usual
    return Style(
        name=name,
        explode=part.get("explode", name == "form") is True,
        reserved=part.get("allowReserved") is True,
    )


def _body(body: Node, context: Context) -> Body:
    schemas = (context.simplified.schema_of(media.pointer) for _, media in body.entries("content"))
    described = (notes(schema, aliases=context.aliases).description for schema in schemas)
    return Body(
        required=body.get("required") is True,
        description=body.text("description") or next(filter(None, described), ""),
        media=_media(body, context),
        origins=body.origins,
    )


def _media(owner: Node, context: Context) -> tuple[Media, ...]:
    return tuple(_media_type(media_type, media, context) for media_type, media in owner.entries("content"))


def _media_type(media_type: str, media: Node, context: Context) -> Media:
    schema = context.simplified.schema_of(media.pointer)
    type_ = context.types.of(schema)
    has_items = "itemSchema" in media or (context.has_sequences and is_sequence(media_type))
    return Media(
        media_type=spelled(media_type),
        type=type_,
        item=type_.item if has_items and isinstance(type_, ListOf) else None,
        has_events=is_event_stream(media_type) and media.pointer in context.simplified.document.events,
        encodings={name: _encoding(encoding) for name, encoding in media.entries("encoding")},
        positions=tuple(_encoding(encoding) for encoding in media.mappings("prefixEncoding")),
        others=_encoding(media.mapping("itemEncoding")) if "itemEncoding" in media else None,
        examples=examples(media) or examples(schema.notes),
        origins=_with_schema(media, schema),
    )


def _with_schema(owner: Node, schema: Schema) -> tuple[Pointer, ...]:
    """The places of a part and of its schema."""
    return tuple(dict.fromkeys((*owner.origins, *origins(schema))))


def _encoding(encoding: Node) -> Encoding:
    """A style applies if any of its keys is given. Then the media type is ignored (4.8.15.1.2)."""
    styled = any(key in encoding for key in ("style", "explode", "allowReserved"))
    return Encoding(
        content_type=None if styled else encoding.text("contentType") or None,
        style=_style(encoding, "form") if styled else None,
        headers=tuple(name for name in encoding.mapping("headers") if name.lower() != "content-type"),
    )


def _response(status: str, response: Node, context: Context) -> Response:
    return Response(
        status=status,
        description=response.text("description"),
        headers=tuple(_header(name, header, context) for name, header in response.entries("headers")),
        media=_media(response, context),
        links=tuple(_link(name, link) for name, link in response.entries("links")),
        origins=response.origins,
    )


def _header(name: str, header: Node, context: Context) -> Header:
    schema = context.simplified.schema_of(header.pointer)
    return Header(
        wire_name=name,
        type=context.types.of(schema),
        required=header.get("required") is True,
        notes=notes(schema, header, context.aliases),
        origins=_with_schema(header, schema),
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
