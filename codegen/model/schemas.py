"""The schemas of a simplified document: frozen values of one type for each form that a schema can have.

`codegen.simplify.forms` reads them. Three of the forms have a class in the client: `Object`, `Enumeration`
and `NamedUnion`. In the end, these are always components, and other schemas mention them by a `Reference`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import is_
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.node import Json, Node, Placed, Pointer
from codegen.standard.keywords import Role, playing
from codegen.standard.positions import Document, Position

OF_THE_USE = playing(Role.USE) | {"x-python-name", "x-renamed-from"}
"""Annotations that describe a property, not the class of its values."""


class Schema(Placed, Struct, frozen=True, eq=False, kw_only=True):
    """The attributes of all schemas."""

    origins: tuple[Pointer, ...]
    """The pointers of all schemas of the document that it was made from. Messages show the first."""
    constraints: Mapping[str, Json] = field(default_factory=dict)
    """The other keywords that restrict values, as written: ``maxLength``, ``format``..."""
    notes: Mapping[str, Json] = field(default_factory=dict)
    """The annotations, as written: ``title``, ``default``, ``discriminator``, ``x-`` keys, also ``not``."""

    @property
    def pointer(self) -> Pointer:
        """The first of its origins."""
        return self.origins[0] if self.origins else ()

    def text(self, note: str) -> str:
        """The text of a note; empty if there is none."""
        value = self.notes.get(note)
        return value if isinstance(value, str) else ""

    @property
    def discriminator(self) -> Node:
        """The discriminator; empty if there is none."""
        value = self.notes.get("discriminator")
        return value if isinstance(value, Node) else Node()


class AnyValue(Schema, frozen=True, eq=False):
    """Any JSON value."""

    @property
    def is_free(self) -> bool:
        """Whether it has no constraints either."""
        return not self.constraints


class Primitive(Schema, frozen=True, eq=False):
    """A string, a number, a boolean or null."""

    type: Literal["string", "integer", "number", "boolean", "null"]


class Reference(Schema, frozen=True, eq=False):
    """A reference to a component schema, by its key."""

    key: str


class Array(Schema, frozen=True, eq=False):
    """An array."""

    items: Schema


class Map(Schema, frozen=True, eq=False):
    """An object without named properties; all its values have one schema."""

    values: Schema


class Union(Schema, frozen=True, eq=False):
    """A union of several schemas, or of one schema and null. No member is null or a `Union`."""

    members: tuple[Schema, ...]
    nullable: bool


class NamedUnion(Schema, frozen=True, eq=False):
    """A union with a class: JSON types do not distinguish its members, or it contains itself."""

    members: tuple[Schema, ...]


_ESCAPED = re.compile(r'["\\\x00-\x1f]')


class Object(Schema, frozen=True, eq=False):
    """An object with named properties, or a closed one without any."""

    properties: Mapping[str, Schema]
    required: tuple[str, ...]
    further: Schema | None
    """The schema of further properties, if the document allows some explicitly."""
    closed: bool
    """Whether the document forbids further properties."""
    extends: str = ""
    """The key of the component that it was made from, for a member of a union that an ``allOf`` extended."""

    @property
    def is_open(self) -> bool:
        """Whether it has named properties and needs a class that keeps further ones.

        A class of msgspec keeps none, and has no property whose name JSON has to escape (RFC 8259, 7).
        """
        if not self.properties:
            return False
        return self.further is not None or any(_ESCAPED.search(name) for name in self.properties)


class Enumeration(Schema, frozen=True, eq=False):
    """A list of strings, or of integers of at most 64 bits, the most that msgspec reads."""

    type: Literal["string", "integer"]
    values: tuple[str | int, ...]


ClassSchema: TypeAlias = Object | Enumeration | NamedUnion
"""The schemas that have a class in the client."""


_WITHOUT_PARTS = (Primitive, Reference, Enumeration, AnyValue)


def parts(schema: Schema) -> Sequence[tuple[Schema, str | None]]:
    """The schemas directly in a schema, each with the name of the property, if it is one."""
    if isinstance(schema, _WITHOUT_PARTS):
        return ()
    match schema:
        case Object(properties, _, further):
            named: list[tuple[Schema, str | None]] = [(part, name) for name, part in properties.items()]
            return named if further is None else [*named, (further, None)]
        case Array(items):
            return ((items, None),)
        case Map(values):
            return ((values, None),)
        case Union(members) | NamedUnion(members):
            return [(member, None) for member in members]
        case _:
            return ()


def with_parts(schema: Schema, change: Callable[[Schema, str | None], Schema]) -> Schema:
    """The schema with each schema directly in it changed: ``change(part, name of the property)``.

    Returns the schema itself if nothing changes.
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
    """The schema and all schemas in it; a schema comes before those in it."""
    pending = [schema]
    while pending:
        one = pending.pop()
        yield one
        if not isinstance(one, _WITHOUT_PARTS):
            pending += [part for part, _ in reversed(parts(one))]


class PositionedSchema(Struct, frozen=True):
    """The schema of a parameter, a header or a media type, with its positions.

    An inbound request can have several positions, since operations share callbacks.
    """

    schema: Schema
    positions: tuple[Position, ...]

    @property
    def is_shared(self) -> bool:
        """Whether it belongs to a component."""
        return self.positions[0].holders[0].is_shared


class Simplified(Struct, frozen=True):
    """A document in its simplified form."""

    document: Document
    """The document without its schemas."""
    components: Mapping[str, Schema]
    """The component schemas by their keys."""
    contents: Mapping[Pointer, PositionedSchema]
    """The schemas of parameters, headers and media types, by the pointers of these."""

    def schema_of(self, owner: Pointer) -> Schema:
        """The schema of a parameter, a header or a media type; any value if it has none."""
        content = self.contents.get(owner)
        return AnyValue(origins=()) if content is None else content.schema

    def resolved(self, schema: Schema) -> Schema:
        """The target at the end of a chain of references."""
        while isinstance(schema, Reference):
            schema = self.components[schema.key]
        return schema

    def every_schema(self) -> Iterator[Schema]:
        """All schemas of the document, including those in other schemas."""
        for schema in (*self.components.values(), *(one.schema for one in self.contents.values())):
            yield from every_part(schema)
