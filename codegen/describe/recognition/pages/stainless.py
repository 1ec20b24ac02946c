"""The pagination schemes of a ``stainless.yml``: which operations they fit, as ``x-pagination``.

https://www.stainless.com/docs/configure/pagination. A scheme has the parameters and properties that an
operation needs, so it fits those that have all of them, and whose pages can be turned in that way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from codegen.describe.recognition.pages import vocabulary as words
from codegen.describe.recognition.pages.contents import json_body
from codegen.describe.recognition.pages.declared import declared_pagination
from codegen.document.node import Json, Node
from codegen.document.problems import Refused
from codegen.document.spelling import squashed
from codegen.model.api import Api
from codegen.model.operations import Operation, Path
from codegen.model.pagination import page_type, type_at
from codegen.model.types import ListOf

_PURPOSE = "x-stainless-pagination-property"

_REQUEST: Mapping[str, tuple[str, str, Collection[str]]] = {
    "cursor": ("cursor", "next_cursor_param", words.TOKENS),
    "cursor_id": ("last-item", "next_cursor_id_param", words.TOKENS),
    "cursor_url": ("url", "", ()),
    "offset": ("offset", "offset_count_param", words.OFFSETS),
    "page_number": ("page", "page_number_param", words.NUMBERS),
}
"""For each type, the kind of `x-pagination`, and the purpose and the usual names of the parameter."""

_RESPONSE: Mapping[str, tuple[tuple[str, str, Collection[str]], ...]] = {
    "cursor": (("next", "next_cursor_field", words.NEXT_TOKENS),),
    "cursor_id": (),
    "cursor_url": (("next", "cursor_url_field", words.NEXT_URLS),),
    "offset": (("total", "offset_total_count_field", ()),),
    "page_number": (("pages", "total_page_count_field", ()), ("current", "current_page_number_field", ())),
}
"""For each type, the keys of `x-pagination`, with the purposes and the usual names of the properties."""


class _Property(Struct, frozen=True):
    path: Path
    schema: Node

    @property
    def purpose(self) -> str:
        return self.schema.mapping(_PURPOSE).text("purpose")

    @property
    def is_needed(self) -> bool:
        marked = self.schema.mapping(_PURPOSE)
        is_there = not (marked.text("from_header") or marked.get("is_top_level_array"))
        return is_there and marked.get("required") is not False


def declaration(schemes: Sequence[Node], operation: Operation, api: Api) -> Node | None:
    """The ``x-pagination`` of an operation by the first scheme that fits; None if none does."""
    for scheme in schemes:
        request, response = [*_properties(scheme, "request")], [*_properties(scheme, "response")]
        if _fits(request, response, operation, api):
            value = _declaration(scheme.text("type"), request, response, operation)
            try:
                declared_pagination(value, (), operation, api)
            except Refused:
                continue
            return value
    return None


def _fits(request: list[_Property], response: list[_Property], operation: Operation, api: Api) -> bool:
    """Whether an operation has everything that a scheme needs."""
    query = {one.wire_name for one in operation.parameters if one.location == "query"}
    media, body = json_body(operation, api), page_type(operation, api)

    def is_asked(path: Path) -> bool:
        return path[0] in query or (media is not None and type_at(media.type, path, api) is not None)

    types = [type_at(body, one.path, api) for one in response if one.is_needed]
    has_list = any(isinstance(one, ListOf) for one in (body, *types))  # not an empty scheme
    return has_list and None not in types and all(is_asked(one.path) for one in request if one.is_needed)


def _declaration(
    kind: str, request: list[_Property], response: list[_Property], operation: Operation
) -> Node:
    ours, purpose, names = _REQUEST.get(kind, ("", "", ()))
    value: dict[str, Json] = {"kind": ours}
    if parameter := _found(request, purpose, names):
        value["parameter"] = ".".join(parameter.path)
    listed = _found(response, "items", ()) or next(
        (one for one in response if one.schema.text("type") == "array"), None
    )
    if listed:
        is_whole = listed.schema.mapping(_PURPOSE).get("is_top_level_array") is True
        value["items"] = "" if is_whole else ".".join(listed.path)
    for key, purpose, names in (*_RESPONSE.get(kind, ()), ("more", "has_next_page", ())):
        if one := _found(response, purpose, names):
            header = one.schema.mapping(_PURPOSE).text("from_header")
            value["header" if header else key] = header or ".".join(one.path)
    if ours == "url" and "header" in value:
        value = {"kind": "link", "items": value.get("items", "")}
    if ours == "last-item" and listed:
        inner = [*_inside(listed.schema.mapping("items"), ())]
        if one := _found(inner, "cursor_item_id", ()):
            value["next"] = ".".join(one.path)
    known = operation.pagination
    if known and known.kind == ours and ours in {"page", "offset"}:
        value["first"] = known.first
    return Node(value)


def _found(properties: list[_Property], purpose: str, names: Collection[str]) -> _Property | None:
    marked = [one for one in properties if purpose and one.purpose == purpose]
    named = [one for one in properties if not one.purpose and squashed(one.path[-1]) in names]
    return next(iter([*marked, *named]), None)


def _properties(scheme: Node, key: str) -> Iterator[_Property]:
    yield from _inside(Node({"properties": scheme.mapping(key)}), ())


def _inside(schema: Node, above: Path) -> Iterator[_Property]:
    for name, inner in schema.entries("properties"):
        yield _Property((*above, name), inner)
        yield from _inside(inner, (*above, name))
