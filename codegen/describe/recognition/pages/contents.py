"""Reads the parts of the request and the response of an operation that concern pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from codegen.describe.recognition.pages.vocabulary import (
    ABOUT_PAGES,
    ASIDE,
    CONTAINERS,
    CONTENTS,
    LINKS,
    WRAPPERS,
)
from codegen.document.spelling import squashed
from codegen.model.api import Api
from codegen.model.classes import Field, Model
from codegen.model.notes import Notes
from codegen.model.operations import Media, Operation, Path
from codegen.model.pagination import objects, page_type, type_at
from codegen.model.types import ListOf, Named, Scalar, Type, without_null
from codegen.model.wire import alternatives, sent_as, sent_codec
from codegen.standard.media_types import Codec

_DEEPEST = 3
"""The maximum depth of the property for the next page: ``meta.pagination.next_page``."""


class Leaf(Struct, frozen=True, kw_only=True):
    """An optional parameter or a property that is not an object."""

    path: Path
    """The name of a parameter, or the path of a property."""
    in_body: bool
    """Whether it is a property; in a request, of the body."""
    types: frozenset[Type]
    """Its types, without null."""
    notes: Notes

    @property
    def name(self) -> str:
        """Its plain name."""
        return squashed(self.path[-1])

    @property
    def is_integer(self) -> bool:
        """Whether it can only be an integer."""
        return self.types == {Scalar.INTEGER}

    @property
    def is_text(self) -> bool:
        """Whether it may be a string."""
        return bool(self.types & {Scalar.STRING, Scalar.UUID, Scalar.ANY})

    @property
    def is_boolean(self) -> bool:
        """Whether it can only be a boolean."""
        return self.types == {Scalar.BOOLEAN}


class Contents(Struct, frozen=True, kw_only=True):
    """An operation that returns a list."""

    operation: Operation
    items: Path
    item: Type
    asked: tuple[Leaf, ...]
    """The parameters and properties that a caller may pass."""
    returned: tuple[Leaf, ...]
    """The properties of the response."""
    headers: frozenset[str]
    """The names of the response headers, in lower case."""
    links: tuple[Path, ...]
    """The lists of links in the response that may include the next page."""
    asked_headers: Mapping[str, str]
    """The optional headers of the request, by their names in lower case."""


def contents(operation: Operation, api: Api) -> Contents | None:
    """The contents of an operation; None if it does not return a list that may be a page.

    A request that sends such a list itself, as one that creates several things does, asks for no page.
    """
    body = page_type(operation, api)
    items = _items(body, operation, api)
    if items is None:
        return None
    listed = type_at(body, items, api)
    media = json_body(operation, api)
    sent = type_at(media.type, items, api) if media is not None else None
    if not isinstance(listed, ListOf) or (isinstance(sent, ListOf) and objects(sent.item, api)):
        return None
    return Contents(
        operation=operation,
        items=items,
        item=listed.item,
        asked=tuple(asked(operation, api)),
        returned=tuple(_values(body, (), api)),
        links=tuple(_links(body, api)),
        headers=frozenset(
            header.wire_name.lower()
            for response in operation.responses
            if response.status.startswith("2")
            for header in response.headers
        ),
        asked_headers={
            one.wire_name.lower(): one.wire_name
            for one in operation.parameters
            if one.location == "header" and not one.required
        },
    )


def asked(operation: Operation, api: Api) -> Iterator[Leaf]:
    """The optional parameters of the query, and the optional properties of a JSON body."""
    for parameter in operation.parameters:
        if parameter.location == "query" and not parameter.required:
            types = frozenset(alternatives(without_null(parameter.type), api))
            yield Leaf(path=(parameter.wire_name,), in_body=False, types=types, notes=parameter.notes)
    media = json_body(operation, api)
    if media is not None:
        yield from _values(media.type, (), api, required=False)


def json_body(operation: Operation, api: Api) -> Media | None:
    """The body of a request, if it is JSON."""
    media = sent_as(operation.body, api) if operation.body else None
    return media if media is not None and sent_codec(media, api) is Codec.JSON else None


def _values(type_: Type, path: Path, api: Api, *, required: bool = True) -> Iterator[Leaf]:
    """The properties of an object, and those of objects in it that are about pages."""
    models = objects(without_null(type_), api)
    if len(models) != 1 or len(path) > _DEEPEST:
        return
    for field in api.models[models[0]].fields:
        if field.required and not required:
            continue
        inner = (*path, field.wire_name)
        types = frozenset(alternatives(without_null(field.type), api)) - {Scalar.NULL}
        if squashed(field.wire_name) in CONTAINERS or (
            not required and squashed(field.wire_name) == "options"
        ):
            yield from _values(field.type, inner, api, required=required)
        if all(isinstance(one, Scalar) for one in types):
            yield Leaf(path=inner, in_body=True, types=types, notes=field.notes)


def _links(body: Type, api: Api) -> Iterator[Path]:
    """The lists of links with relations, as in OGC API, STAC and FHIR, that may include the next page."""
    for name in objects(without_null(body), api):
        for field in api.models[name].fields:
            listed = without_null(field.type)
            if squashed(field.wire_name) in LINKS and isinstance(listed, ListOf):
                models = [api.models[one] for one in objects(listed.item, api)]
                if len(models) == 1 and _may_be_next(models[0], field.notes, api):
                    yield (field.wire_name,)


def _may_be_next(link: Model, notes: Notes, api: Api) -> bool:
    """Whether the document says that a link of a list may lead to the next page."""
    fields = {field.wire_name: field for field in link.fields}
    relation = fields.get("rel") or fields.get("relation")
    if relation is None or not fields.keys() & {"href", "url"}:
        return False
    values = [
        member.value
        for part in alternatives(without_null(relation.type), api)
        if isinstance(part, Named) and part.name in api.enums
        for member in api.enums[part.name].members
    ]
    said = [notes, link.notes, *(field.notes for field in link.fields)]
    examples = [str(example) for one in said for example in one.examples]
    return "next" in values or any(
        re.search(r"\bnext\b", text) for text in (*(one.description for one in said), *examples)
    )


def _items(body: Type, operation: Operation, api: Api) -> Path | None:
    """The path of the items of a response; None if it is ambiguous."""
    body = without_null(body)
    if isinstance(body, ListOf):
        return () if not isinstance(without_null(body.item), ListOf) else None
    models = objects(body, api)
    if len(models) != 1:
        return None
    fields = api.models[models[0]].fields
    has_id = any(squashed(field.wire_name) == "id" for field in fields)
    aside = ASIDE | {"children"} if has_id else ASIDE  # these are the children of a node in a tree
    lists = [field for field in fields if _is_list(field) and squashed(field.wire_name) not in aside]
    if lists:
        chosen = _chosen(lists, fields, operation)
        return None if chosen is None else (chosen.wire_name,)
    found = {
        field.wire_name: inner
        for field in fields
        if squashed(field.wire_name) in WRAPPERS
        and not isinstance(without_null(field.type), ListOf)
        and (inner := _items(field.type, operation, api))
    }
    if len(found) != 1:
        return None
    (name, inner), *_ = found.items()
    return (name, *inner)


def _chosen(lists: list[Field], fields: tuple[Field, ...], operation: Operation) -> Field | None:
    """The list of items among the lists of an object."""
    for choice in (
        [one for one in lists if squashed(one.wire_name) in CONTENTS],
        [one for one in lists if _is_named_by(operation.path, squashed(one.wire_name))],
    ):
        if len(choice) == 1:
            return choice[0]
    others = [
        one for one in fields if one is not lists[0] and not ABOUT_PAGES.search(squashed(one.wire_name))
    ]
    return lists[0] if len(lists) == 1 and len(others) <= _MOST_OTHERS else None


_MOST_OTHERS = 2
"""How many properties that are not about pages may stand beside the only list of an object.

An object with more of them is a resource that happens to have a list.
"""


def _is_named_by(path: str, name: str) -> bool:
    """Whether the last fixed segment of a path is the name, in the singular or the plural."""
    fixed = [squashed(segment) for segment in path.split("/") if segment and not segment.startswith("{")]
    return bool(fixed) and _singular(fixed[-1]) == _singular(name)


def _singular(name: str) -> str:
    return re.sub(r"(?:(?<=i)es|es|s)$", "", re.sub("ies$", "y", name))


def _is_list(field: Field) -> bool:
    return isinstance(without_null(field.type), ListOf)
