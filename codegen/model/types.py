"""The types of the model, which are independent of Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TypeAlias

from msgspec import Struct


class Scalar(Enum):
    """The types that contain no other type, named after their Python types."""

    ANY = "any"
    NULL = "null"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    STRING = "string"
    UUID = "uuid"
    DATE = "date"
    DATETIME = "datetime"
    FILE = "file"
    """A file as a part of a form. Elsewhere it is a string."""
    BYTES = "bytes"
    """Content that is not decoded."""


class ListOf(Struct, frozen=True):
    """An array of items of one type."""

    item: Type


class MapOf(Struct, frozen=True):
    """An object without named properties: any keys, with values of one type."""

    value: Type


class UnionOf(Struct, frozen=True):
    """One of several types: flat, without duplicates. `Scalar.NULL` comes last."""

    members: tuple[Type, ...]


class Named(Struct, frozen=True):
    """A model, an enumeration or a union, by its key in `Api.models`, `Api.enums` or `Api.unions`."""

    name: str


Type: TypeAlias = Scalar | ListOf | MapOf | UnionOf | Named


def named(types: Iterable[Type]) -> Iterator[str]:
    """The components that types refer to."""
    for type_ in types:
        match type_:
            case Named():
                yield type_.name
            case ListOf():
                yield from named([type_.item])
            case MapOf():
                yield from named([type_.value])
            case UnionOf():
                yield from named(type_.members)
            case _:
                pass


def members_of(type_: Type) -> tuple[Type, ...]:
    """The members of a union; of any other type, the type itself."""
    return type_.members if isinstance(type_, UnionOf) else (type_,)


def union(members: Iterable[Type]) -> Type:
    """The union of several types, or the type itself if there is only one. Null comes last."""
    flat = [part for member in members for part in members_of(member)]
    distinct = sorted(dict.fromkeys(flat), key=lambda part: part is Scalar.NULL)
    if Scalar.ANY in distinct:
        return Scalar.ANY
    return distinct[0] if len(distinct) == 1 else UnionOf(tuple(distinct))


def has_literals(type_: Type) -> bool:
    """Whether a caller can pass a value in another form: a dict for a model, any sequence for a list."""
    match type_:
        case ListOf() | MapOf() | Named():
            return True
        case UnionOf():
            return any(map(has_literals, type_.members))
        case _:
            return type_ is Scalar.UUID


def without_null(type_: Type) -> Type:
    """The type without null."""
    if not isinstance(type_, UnionOf):
        return type_
    members = tuple(member for member in type_.members if member is not Scalar.NULL)
    return members[0] if len(members) == 1 else UnionOf(members)
