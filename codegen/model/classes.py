"""The components of the model: models, enumerations and named unions, and the components without a class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from codegen.document.node import Json, Pointer
from codegen.model.notes import Absent, Notes
from codegen.model.types import Type


class Field(Struct, frozen=True, kw_only=True):
    """A property of a model."""

    wire_name: str
    type: Type
    required: bool
    """As documented. It applies to responses if the property is read-only, to requests if write-only."""
    read_only: bool = False
    write_only: bool = False
    constant: Json | Absent = Absent.ABSENT
    """The value that is sent by default, because it is the only documented one."""
    notes: Notes
    origins: tuple[Pointer, ...]


class Model(Struct, frozen=True, kw_only=True):
    """An object with named properties, in the order of the document."""

    name: str
    fields: tuple[Field, ...]
    closed: bool = False
    """True for ``additionalProperties: false``."""
    extra: Type | None = None
    """The type of additional properties if the document declares them."""
    extra_origins: tuple[Pointer, ...] = ()
    notes: Notes
    origins: tuple[Pointer, ...]


class Member(Struct, frozen=True, kw_only=True):
    """A value of an enumeration."""

    value: str | int
    python_name: str | None = None
    """From ``x-enum-varnames`` where the document has it."""
    description: str = ""


class EnumClass(Struct, frozen=True, kw_only=True):
    """A closed list of strings or integers.

    Null is not a member: where the enumeration is used, the type is a union with null.
    """

    name: str
    base: Literal["string", "integer"]
    members: tuple[Member, ...]
    notes: Notes
    origins: tuple[Pointer, ...]


class UnionClass(Struct, frozen=True, kw_only=True):
    """A named union: msgspec cannot tell its members apart by their JSON types, or it contains itself.

    Null is not a member: where the union is used, the type is a union with null.
    """

    name: str
    members: tuple[Type, ...]
    """The first one is used if a value matches two equally well. More restrictive members come first."""
    discriminator: str = ""
    """The wire name of the property that selects the member; empty if there is none."""
    mapping: Mapping[str, Type] = field(default_factory=dict)
    """The members by the value of that property."""
    base: Type | None = None
    """The member that the others extend, if there is one."""
    default: Type | None = None
    """The member of objects whose property is missing, or has no value of `mapping` (OpenAPI 3.2.0, 4.25)."""
    notes: Notes
    origins: tuple[Pointer, ...]


class Alias(Struct, frozen=True, kw_only=True):
    """A component without a class: a scalar, an array, a map, a union or a reference to a component.

    Its type is written out where it is used. This keeps a record of the component.
    """

    name: str
    type: Type
    notes: Notes
    origins: tuple[Pointer, ...]
