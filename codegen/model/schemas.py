"""Schemas in the one form that a simplified document has: values, each of a type that says what it is.

`codegen.simplify.forms` reads them when every schema of the document has one of these forms. Three of them
have a class in the client: `Object`, `Enumeration` and `NamedUnion`. In the end these are components alone,
and whatever else mentions one does so by a `Reference`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import is_
from typing import Literal, TypeAlias

from codegen.document.node import Json, Node, Placed, Pointer
from codegen.standard.keywords import Role, playing
from codegen.standard.positions import Document, Position

OF_THE_USE = playing(Role.USE) | {"x-python-name"}
"""Annotations of a property that are about this property, not about the class of its values."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Schema(Placed):
    """What all schemas have."""

    origins: tuple[Pointer, ...]
    """Every place of the document that it stands for, the one to show first."""
    constraints: Mapping[str, Json] = field(default_factory=dict)
    """Which values of its type are valid: keywords such as ``maxLength`` and ``format``, as written."""
    notes: Mapping[str, Json] = field(default_factory=dict)
    """What is said beside: annotations such as ``title`` and ``default``, ``not``, and the ``x-`` keys."""

    @property
    def pointer(self) -> Pointer:
        """The first of its places."""
        return self.origins[0] if self.origins else ()

    def text(self, note: str) -> str:
        """The text of a note; empty where there is none."""
        value = self.notes.get(note)
        return value if isinstance(value, str) else ""

    def noted(self, key: str) -> Node:
        """The mapping of a note, such as ``discriminator``; an empty one where there is none."""
        value = self.notes.get(key)
        return value if isinstance(value, Node) else Node()


@dataclass(frozen=True, slots=True, eq=False)
class AnyValue(Schema):
    """Whatever JSON can be."""

    @property
    def is_free(self) -> bool:
        """Whether nothing at all is asked of it."""
        return not self.constraints


@dataclass(frozen=True, slots=True, eq=False)
class Scalar(Schema):
    """A value with no parts."""

    type: Literal["string", "integer", "number", "boolean", "null"]


@dataclass(frozen=True, slots=True, eq=False)
class Reference(Schema):
    """The component of a key."""

    key: str


@dataclass(frozen=True, slots=True, eq=False)
class Array(Schema):
    """A list of items of one kind."""

    items: Schema


@dataclass(frozen=True, slots=True, eq=False)
class Map(Schema):
    """An object of which no property has a name in the document, with values of one kind."""

    values: Schema


@dataclass(frozen=True, slots=True, eq=False)
class Union(Schema):
    """One of several schemas, none of which is null or a union itself; or of one, or null."""

    members: tuple[Schema, ...]
    nullable: bool


@dataclass(frozen=True, slots=True, eq=False)
class NamedUnion(Schema):
    """A union that JSON's kinds do not tell apart, or whatever contains itself without an object between."""

    members: tuple[Schema, ...]


_ESCAPED = re.compile(r'["\\\x00-\x1f]')


@dataclass(frozen=True, slots=True, eq=False)
class Object(Schema):
    """An object whose properties have names."""

    properties: Mapping[str, Schema]
    required: tuple[str, ...]
    further: Schema | None
    """What further properties are where the document says that there may be some."""
    closed: bool
    """Whether the document says that there are no others."""
    extends: str = ""
    """The component that it was in a union of components, before something that all share was added."""

    @property
    def is_open(self) -> bool:
        """Whether it has named properties and keeps further ones, for the document says there may be some.

        msgspec's own classes have no such, and none with a name that JSON has to escape (RFC 8259, 7).
        """
        if not self.properties:
            return False
        return self.further is not None or any(_ESCAPED.search(name) for name in self.properties)


@dataclass(frozen=True, slots=True, eq=False)
class Enumeration(Schema):
    """Some strings, or some integers that 64 bits hold, which is what msgspec reads."""

    type: Literal["string", "integer"]
    values: tuple[str | int, ...]


ClassSchema: TypeAlias = Object | Enumeration | NamedUnion
"""The schemas that have a class in the client."""


def parts(schema: Schema) -> Iterator[tuple[Schema, str | None]]:
    """The schemas directly in a schema, each with the name of the property that it is, if it is one."""
    match schema:
        case Array(items):
            yield items, None
        case Map(values):
            yield values, None
        case Union(members) | NamedUnion(members):
            for member in members:
                yield member, None
        case Object(properties, _, further):
            for name, property_ in properties.items():
                yield property_, name
            if further is not None:
                yield further, None


def with_parts(schema: Schema, change: Callable[[Schema, str | None], Schema]) -> Schema:
    """The schema with each of the schemas directly in it changed: ``change(part, name of the property)``.

    It is the schema itself if nothing changes.
    """
    match schema:
        case Array(items):
            changed = change(items, None)
            return schema if changed is items else replace(schema, items=changed)
        case Map(values):
            changed = change(values, None)
            return schema if changed is values else replace(schema, values=changed)
        case Union(members) | NamedUnion(members):
            several = tuple(change(member, None) for member in members)
            return schema if _same(several, members) else replace(schema, members=several)
        case Object(properties, _, further):
            named = {name: change(property_, name) for name, property_ in properties.items()}
            other = None if further is None else change(further, None)
            if other is further and _same(named.values(), properties.values()):
                return schema
            return replace(schema, properties=named, further=other)
        case _:
            return schema


def _same(some: Iterable[Schema], others: Iterable[Schema]) -> bool:
    return all(map(is_, some, others))


def every_part(schema: Schema) -> Iterator[Schema]:
    """The schema and all schemas in it, outer before inner."""
    yield schema
    for part, _ in parts(schema):
        yield from every_part(part)


@dataclass(frozen=True, slots=True)
class Content:
    """The schema of a parameter, a header or a media type, and the positions at which it is."""

    schema: Schema
    positions: tuple[Position, ...]

    @property
    def is_shared(self) -> bool:
        """Whether what has it is one of the components."""
        return self.positions[0].holders[0].is_shared


@dataclass(frozen=True, slots=True)
class Simplified:
    """A document whose schemas have one form."""

    document: Document
    """All but the schemas."""
    components: Mapping[str, Schema]
    """The component schemas by their keys."""
    contents: Mapping[Pointer, Content]
    """The other schemas, by the place of the parameter, header or media type that has one."""

    def schema_of(self, owner: Node) -> Schema:
        """The schema of a parameter, a header or a media type; any value where it has none."""
        content = self.contents.get(owner.pointer)
        return AnyValue(origins=()) if content is None else content.schema

    def every_schema(self) -> Iterator[Schema]:
        """Each schema of the document, those in others too."""
        for schema in (*self.components.values(), *(one.schema for one in self.contents.values())):
            yield from every_part(schema)
