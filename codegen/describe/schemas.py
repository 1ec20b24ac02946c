"""Component schemas: models, enumerations, and those that have no class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from codegen.describe.notes import notes, origins
from codegen.describe.types import Types
from codegen.document.node import Json, Node
from codegen.model import schemas
from codegen.model.classes import Alias, EnumClass, Field, Member, Model
from codegen.model.schemas import AnyValue, Schema

_NAMES = ("x-enum-varnames", "x-enumNames", "x-enum-names", "x-speakeasy-enums")
_DESCRIPTIONS = ("x-enum-descriptions", "x-enumDescriptions", "x-speakeasy-enum-descriptions")
"""Extensions for the values of an ``enum``: of OpenAPI Generator, NSwag, Redocly and Speakeasy."""


def model(
    name: str,
    schema: schemas.Object,
    types: Types,
    components: Mapping[str, Schema],
    aliases: Mapping[str, Schema],
) -> Model:
    """An object with properties, in the document's order."""
    required = frozenset(schema.required)
    extra = (schema.further or AnyValue(origins=())) if schema.is_open else None
    return Model(
        name=name,
        fields=tuple(
            _field(
                Field(
                    wire_name=wire_name,
                    type=types.of(property_),
                    required=wire_name in required,
                    notes=notes(property_, aliases=aliases),
                    origins=origins(property_),
                ),
                _said(property_, components),
            )
            for wire_name, property_ in schema.properties.items()
        ),
        closed=schema.closed,
        extra=None if extra is None else types.of(extra),
        extra_origins=() if extra is None else origins(extra),
        notes=notes(schema),
        origins=schema.origins,
    )


def _field(field: Field, said: Iterable[Mapping[str, Json]]) -> Field:
    """The field with its direction; with both, which nothing can satisfy, it has none."""
    read_only = write_only = False
    for one in said:
        read_only = read_only or one.get("readOnly") is True
        write_only = write_only or one.get("writeOnly") is True
    if read_only == write_only:
        return field
    return replace(field, read_only=read_only, write_only=write_only)


def _said(schema: Schema, components: Mapping[str, Schema]) -> Iterator[Mapping[str, Json]]:
    """The annotations of a property, and of the schema that it refers to."""
    yield schema.notes
    match schema:
        case schemas.Union((alone,), nullable=True):
            yield from _said(alone, components)
        case schemas.Reference(key):
            yield from _said(components[key], components)
        case _:
            pass


def enumeration(name: str, schema: schemas.Enumeration) -> EnumClass:
    """An ``enum``; extensions have a name and a description for each of its values.

    ``x-ms-enum`` of AutoRest has the names beside the values.
    """
    names = _texts(schema, _NAMES)
    if not any(names) and isinstance(named := schema.notes.get("x-ms-enum"), Node):
        named_values = named.mappings("values")
        names = [
            next((one.text("name") for one in named_values if one.get("value") == value), "")
            for value in schema.values
        ]
    descriptions = _texts(schema, _DESCRIPTIONS)
    return EnumClass(
        name=name,
        base=schema.type,
        members=tuple(
            Member(value=value, python_name=names[index] or None, description=descriptions[index])
            for index, value in enumerate(schema.values)
        ),
        notes=notes(schema),
        origins=schema.origins,
    )


def _texts(schema: schemas.Enumeration, keys: Iterable[str]) -> list[str]:
    """The texts for the values: a list in their order, or a mapping by them."""
    for key in keys:
        match schema.notes.get(key):
            case Node() as by_value if by_value:
                return [by_value.text(str(value)) for value in schema.values]
            case [*listed] if len(listed) == len(schema.values):
                return [text if isinstance(text, str) else "" for text in listed]
            case _:
                pass
    return [""] * len(schema.values)


def alias(name: str, schema: Schema, types: Types) -> Alias:
    """A component that is written out where it is used."""
    return Alias(name=name, type=types.of(schema), notes=notes(schema), origins=origins(schema))
