"""Component schemas: models, enumerations, and those that have no class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from codegen.describe.notes import notes, origins
from codegen.describe.types import Types
from codegen.document.node import Node
from codegen.model.api import Alias, Enumeration, Field, Member, Model
from codegen.model.classes import is_open
from codegen.model.types import Type


def model(name: str, schema: Node, types: Types, aliases: Mapping[str, Node]) -> Model:
    """An object with properties, in the document's order."""
    required = {*map(str, schema.values_of("required"))}
    extra = schema.mapping("additionalProperties") if is_open(schema) else None
    return Model(
        name=name,
        fields=tuple(
            _field(wire_name, property_, types, aliases, required=wire_name in required)
            for wire_name, property_ in schema.entries("properties")
        ),
        closed=schema.get("additionalProperties") is False,
        extra=None if extra is None else types.of(extra),
        extra_origins=() if extra is None else origins(extra),
        notes=notes(schema),
        origins=origins(schema.without("additionalProperties")),
    )


def _field(
    wire_name: str, schema: Node, types: Types, aliases: Mapping[str, Node], *, required: bool
) -> Field:
    return Field(
        wire_name=wire_name,
        type=types.of(schema),
        required=required,
        read_only=schema.get("readOnly") is True,
        write_only=schema.get("writeOnly") is True,
        notes=notes(schema, aliases=aliases),
        origins=origins(schema),
    )


def enumeration(name: str, schema: Node) -> Enumeration:
    """An ``enum``; ``x-enum-varnames`` and ``x-enum-descriptions`` go with its values one by one."""
    values = [value for value in schema.values_of("enum") if isinstance(value, (str, int))]
    names = _texts(schema, "x-enum-varnames", len(values))
    descriptions = _texts(schema, "x-enum-descriptions", len(values))
    base: Literal["string", "integer"] = "integer" if schema.get("type") == "integer" else "string"
    said = notes(schema)
    return Enumeration(
        name=name,
        base=base,
        members=tuple(
            Member(value=value, python_name=names[index] or None, description=descriptions[index])
            for index, value in enumerate(values)
        ),
        notes=said,
        origins=origins(schema),
    )


def _texts(schema: Node, key: str, length: int) -> list[str]:
    texts = [text for text in schema.values_of(key) if isinstance(text, str)]
    return texts if len(texts) == length else [""] * length


def alias(name: str, schema: Node, type_: Type) -> Alias:
    """A component that is written out where it is used."""
    return Alias(name=name, type=type_, notes=notes(schema), origins=origins(schema))
