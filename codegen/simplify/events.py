"""Decides which streams have whole events, and describes their data by the JSON in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from codegen.document.node import Node, Pointer, mappings_in
from codegen.standard.media_types import is_event, is_event_stream, is_json
from codegen.standard.positions import Document, Position, rewrite_schemas
from codegen.standard.schemas import component

_DATA = "data"


def describe_event_data(document: Document) -> Document:
    """Decide which streams have whole events, and describe the JSON in their data.

    ``data`` of a whole event becomes what its ``contentSchema`` describes, as OpenAPI 3.2 shows it. The
    fields of an event are text. Where it has JSON, a client decodes it. In other contents such a text
    stays text, and so does ``data`` of a schema that is used there as well.
    """
    streams: dict[Pointer, Node] = {}
    shared: dict[Pointer, Node] = {}
    others: list[Node] = []

    def look(schema: Node, position: Position) -> Node:
        if position.component is None:
            if position.holders[-1].kind == "response" and is_event_stream(position.media_type):
                streams[position.place] = _item(schema)
            else:
                others.append(_item(schema))
            if position.holders[-1].kind == "mediaType":
                shared[position.place] = _item(schema)
        return schema

    rewrite_schemas(document, look)
    whole = {place: item for place, item in streams.items() if _are_events(_members(document, item))}
    also = (place for place, item in shared.items() if _are_events(_members(document, item)))
    document = replace(document, events=frozenset({*whole, *also}))
    if not whole or document.lacks(("contentSchema",)):
        return document
    reached = _reached(document, whole.values())
    others += [item for place, item in streams.items() if place not in whole]
    components = document.root.mapping("components").entries("schemas")
    others += [schema for key, schema in components if key not in reached]
    named = {key for other in others for part in mappings_in(other) if (key := component(part)) in reached}
    typed = reached - _reached(document, map(document.schemas.mapping, named)) - named

    def change(schema: Node, position: Position) -> Node:
        if position.component in typed:
            return _typed(document, schema)
        if position.component is not None or position.place not in whole:
            return schema
        item = _typed(document, _item(schema))
        return schema.with_items(items=item) if "items" in schema else item

    return rewrite_schemas(document, change)


def _item(schema: Node) -> Node:
    return schema.mapping("items") if "items" in schema else schema


def _reached(document: Document, schemas: Iterable[Node]) -> set[str]:
    """The components of values of some schemas, directly or as members of a union."""
    found: set[str] = set()
    waiting = [*schemas]
    while waiting:
        schema = waiting.pop()
        waiting += schema.mappings("anyOf") if "anyOf" in schema else ()
        if (key := component(schema)) is not None and key not in found:
            found.add(key)
            waiting.append(document.schemas.mapping(key))
    return found


def _members(document: Document, schema: Node) -> Iterator[Node]:
    """The alternatives of a value, without references and unions."""
    for part in (schema, *(document.schemas.mapping(key) for key in sorted(_reached(document, [schema])))):
        members = part.mappings("anyOf") if "anyOf" in part else [part]
        yield from (one for one in members if component(one) is None)


def _are_events(schemas: Iterable[Node]) -> bool:
    names = [schema.mapping("properties").keys() for schema in schemas]
    return bool(names) and all(map(is_event, names))


def _typed(document: Document, schema: Node) -> Node:
    if "anyOf" in schema:
        return schema.with_mappings("anyOf", lambda member: _typed(document, member))
    properties = schema.mapping("properties")
    data = properties.mapping(_DATA)
    if not _has_json(document, data):
        return schema
    said = {key: data[key] for key in ("description", "deprecated") if key in data}
    content = data.mapping("contentSchema").with_items(**said).standing_for(*data.origins)
    return schema.with_items(properties=properties.with_items(data=content))


def _has_json(document: Document, data: Node) -> bool:
    """Whether data is text with JSON. That JSON must not be text itself, which would be ambiguous."""
    is_text = data.get("type", "string") == "string" and data.keys().isdisjoint({"$ref", "anyOf", "enum"})
    if not is_text or "contentEncoding" in data or not is_json(data.text("contentMediaType")):
        return False
    return all(
        member.get("type") not in {None, "string"}
        for member in _members(document, data.mapping("contentSchema"))
    )
