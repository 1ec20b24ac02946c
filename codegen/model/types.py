"""What values may be: the types of the model, before they are Python's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Scalar(Enum):
    """The types that hold no other type, by what they are in Python."""

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
    """A file as a part of a form; text, to who does not send parts."""
    BYTES = "bytes"
    """Content that is not looked into."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array; every item is of one type."""

    item: Type


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object without named properties: any keys, values of one type."""

    value: Type


@dataclass(frozen=True, slots=True)
class UnionOf:
    """One of several types; flat, without repetition; nullable is a union with `Scalar.NULL`, last."""

    members: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A model, an enumeration or a union, by its key in `Api.models`, `Api.enums` or `Api.unions`."""

    name: str


Type: TypeAlias = Scalar | ListOf | MapOf | UnionOf | Named


def named(types: Iterable[Type]) -> Iterator[str]:
    """The components that types mention."""
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


def union(members: Iterable[Type]) -> Type:
    """One of several types: flat, without repetition, null last; the type itself if it is only one."""
    flat = [
        part for member in members for part in (member.members if isinstance(member, UnionOf) else (member,))
    ]
    distinct = sorted(dict.fromkeys(flat), key=lambda part: part is Scalar.NULL)
    if Scalar.ANY in distinct:
        return Scalar.ANY
    return distinct[0] if len(distinct) == 1 else UnionOf(tuple(distinct))
