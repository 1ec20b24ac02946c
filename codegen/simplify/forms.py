"""Reads the schemas of a document as values of `codegen.model.schemas`, after all have one form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict, cast

from codegen.document.node import Json, Node, Pointer
from codegen.model.schemas import (
    AnyValue,
    Array,
    Enumeration,
    Map,
    Object,
    PositionedSchema,
    Primitive,
    Reference,
    Schema,
    Simplified,
    Union,
)
from codegen.simplify.canonical import NULL
from codegen.standard.keywords import ASSERTIONS
from codegen.standard.positions import Document, Position, rewrite_schemas
from codegen.standard.schemas import component

_STRUCTURE = frozenset({"$ref", "type", "anyOf", "items", "properties", "required", "additionalProperties"})
"""The keywords that become types and their fields."""


class _Said(TypedDict):
    """The fields of all schemas."""

    origins: tuple[Pointer, ...]
    constraints: dict[str, Json]
    notes: dict[str, Json]


_INTEGERS = range(-(2**63), 2**63)


def read_schemas(document: Document) -> Simplified:
    """Take the schemas out of a document, and read each as a value of the type for its form."""
    components: dict[str, Schema] = {}
    contents: dict[Pointer, PositionedSchema] = {}
    reading = _SchemaReader(document.extended)

    def take(schema: Node, position: Position) -> None:
        if position.component is not None:
            components[position.component] = reading.schema(schema)
        elif (known := contents.get(position.place)) is None:
            contents[position.place] = PositionedSchema(reading.schema(schema), (position,))
        elif not _is_same(position, known.positions[-1]):
            contents[position.place] = PositionedSchema(known.schema, (*known.positions, position))

    return Simplified(rewrite_schemas(document, take), components, contents)


def _is_same(one: Position, other: Position) -> bool:
    """Whether two positions are the same: a parameter has a second media type, which is ignored."""
    return all((a.kind, a.key) == (b.kind, b.key) for a, b in zip(one.holders, other.holders, strict=False))


class _SchemaReader:
    def __init__(self, extended: Mapping[Pointer, str]) -> None:
        self._extended = extended

    def schema(self, schema: Node) -> Schema:
        """Read a schema and all schemas in it."""
        said = _said(schema)
        if (key := component(schema)) is not None:
            return Reference(key, **said)
        if "anyOf" in schema:
            members = schema.mappings("anyOf")
            nullable = members[-1].get("type") == NULL
            return Union(tuple(map(self.schema, members[:-1] if nullable else members)), nullable, **said)
        match schema.get("type"):
            case "array":
                return Array(self.schema(schema.mapping("items")), **said)
            case "object":
                return self._object(schema, said)
            case _:
                return _without_parts(schema, said)

    def _object(self, schema: Node, said: _Said) -> Schema:
        further = schema.get("additionalProperties")
        others = self.schema(further) if isinstance(further, Node) else None
        if "properties" not in schema and further is not False:
            return Map(AnyValue(origins=()) if others is None else others, **said)
        return Object(
            {name: self.schema(child) for name, child in schema.entries("properties")},
            tuple(name for name in schema.values_of("required") if isinstance(name, str)),
            others,
            closed=further is False,
            extends=self._extends(schema) if self._extended else "",
            **said,
        )

    def _extends(self, schema: Node) -> str:
        """The component that an object was made from, if it was a member of a union that was extended."""
        return next((self._extended[place] for place in schema.origins if place in self._extended), "")


def _said(schema: Node) -> _Said:
    constraints: dict[str, Json] = {}
    notes: dict[str, Json] = {}
    for keyword, value in schema.items():
        if keyword not in _STRUCTURE:
            (constraints if keyword in ASSERTIONS else notes)[keyword] = value
    return _Said(origins=schema.origins, constraints=constraints, notes=notes)


def _without_parts(schema: Node, said: _Said) -> Schema:
    match schema.get("type"):
        case "string" | "integer" as type_ if _is_enumeration(schema, type_):
            values = tuple(cast("list[str | int]", schema.values_of("enum")))
            del said["constraints"]["enum"]
            return Enumeration(type_, values, **said)
        case "string" | "integer" | "number" | "boolean" | "null" as type_:
            return Primitive(type_, **said)
        case _:
            return AnyValue(**said)


def _is_enumeration(schema: Node, type_: str) -> bool:
    """Whether the schema lists strings, or integers that 64 bits hold."""
    values = schema.values_of("enum")
    if type_ == "string":
        return bool(values)
    return bool(values) and all(isinstance(value, int) and value in _INTEGERS for value in values)
