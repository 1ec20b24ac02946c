"""Counts the operations of a document, and the schemas that need a class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.original import Operation, Original, Part, is_waived, mapping


@dataclass(frozen=True, slots=True)
class Named:
    """A component that is an object with named properties, or an enum, and whose ``type`` permits this."""

    name: str
    properties: frozenset[str]
    values: frozenset[str | int]


@dataclass(frozen=True, slots=True)
class Declared:
    """The expected output."""

    operations: tuple[Operation, ...]
    schemas: tuple[Named, ...]


def declared(original: Original) -> Declared:
    """Count the declarations of a document.

    Raises:
        LookupError: A reference has no target.
    """
    schemas = (
        _named(original, name, schema)
        for name, schema in original.components("schemas").items()
        if isinstance(schema, Mapping) and not is_waived(schema)
    )
    return Declared(
        operations=tuple(original.operations()),
        schemas=tuple(named for named in schemas if named.properties or named.values),
    )


def _named(original: Original, name: str, schema: Part) -> Named:
    if "$ref" in schema:
        return Named(name, frozenset(), frozenset())  # a reference to a component, which is counted itself
    return Named(name, frozenset(_properties(original, schema, set())), _values(schema))


def _properties(original: Original, schema: Part, visited: set[int]) -> set[str]:
    """The names of an object's properties, including those from its ``allOf``."""
    schema = original.resolved(schema)
    if id(schema) in visited or is_waived(schema):
        return set()
    visited.add(id(schema))
    found = {
        name
        for name, child in mapping(schema, "properties").items()
        if _may_be(schema, "object") and not (isinstance(child, Mapping) and is_waived(child))
    }
    for member in schema.get("allOf") or ():
        if isinstance(member, Mapping):
            found |= _properties(original, member, visited)
    return found


def _values(schema: Part) -> frozenset[str | int]:
    """The strings or integers of an ``enum``."""
    values = schema.get("enum")
    listed = [value for value in values if value is not None] if isinstance(values, list) else []
    texts = all(isinstance(value, str) for value in listed) and _may_be(schema, "string")
    integers = all(type(value) is int for value in listed) and schema.get("type") == "integer"
    return frozenset(listed) if texts or integers else frozenset()


def _may_be(schema: Part, type_: str) -> bool:
    declared = schema.get("type", type_)
    return type_ in declared if isinstance(declared, list) else declared == type_
