"""Component schemas: models, enumerations, and those that have no class."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.describe.notes import notes, origins
from codegen.describe.types import Types
from codegen.model import schemas
from codegen.model.classes import Alias, Enumeration, Field, Member, Model
from codegen.model.schemas import AnyValue, Schema


def model(name: str, schema: schemas.Object, types: Types, aliases: Mapping[str, Schema]) -> Model:
    """An object with properties, in the document's order."""
    required = frozenset(schema.required)
    extra = (schema.further or AnyValue(origins=())) if schema.is_open else None
    return Model(
        name=name,
        fields=tuple(
            _field(wire_name, property_, types, aliases, required=wire_name in required)
            for wire_name, property_ in schema.properties.items()
        ),
        closed=schema.closed,
        extra=None if extra is None else types.of(extra),
        extra_origins=() if extra is None else origins(extra),
        notes=notes(schema),
        origins=schema.origins,
    )


def _field(
    wire_name: str, schema: Schema, types: Types, aliases: Mapping[str, Schema], *, required: bool
) -> Field:
    return Field(
        wire_name=wire_name,
        type=types.of(schema),
        required=required,
        read_only=schema.notes.get("readOnly") is True,
        write_only=schema.notes.get("writeOnly") is True,
        notes=notes(schema, aliases=aliases),
        origins=origins(schema),
    )


def enumeration(name: str, schema: schemas.Enumeration) -> Enumeration:
    """An ``enum``; ``x-enum-varnames`` and ``x-enum-descriptions`` go with its values one by one."""
    names = _texts(schema, "x-enum-varnames")
    descriptions = _texts(schema, "x-enum-descriptions")
    return Enumeration(
        name=name,
        base=schema.type,
        members=tuple(
            Member(value=value, python_name=names[index] or None, description=descriptions[index])
            for index, value in enumerate(schema.values)
        ),
        notes=notes(schema),
        origins=schema.origins,
    )


def _texts(schema: schemas.Enumeration, key: str) -> list[str]:
    listed = schema.notes.get(key)
    texts = [text for text in listed if isinstance(text, str)] if isinstance(listed, list) else []
    return texts if len(texts) == len(schema.values) else [""] * len(schema.values)


def alias(name: str, schema: Schema, types: Types) -> Alias:
    """A component that is written out where it is used."""
    return Alias(name=name, type=types.of(schema), notes=notes(schema), origins=origins(schema))
