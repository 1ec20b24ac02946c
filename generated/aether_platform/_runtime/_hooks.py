"""Custom types, which msgspec decodes and encodes by hooks."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias, TypeGuard, cast

from msgspec import Struct

Layout: TypeAlias = tuple[type[Struct], Mapping[str, str]]
"""The struct with the values of a model, and its JSON names by Python name."""


class Asked(type):
    """The metaclass of custom types; see `_union`, `_open_object` and `_unknown`."""

    def from_json(cls, value: object) -> object:
        """Decode a plain JSON value as this type.

        Raises:
            TypeError, ValueError: It is not of this type; msgspec adds the place.
        """
        raise NotImplementedError

    def to_json(cls, value: object) -> object:
        """Encode an instance as a plain JSON value, with JSON names."""
        raise NotImplementedError

    def layout(cls) -> Layout | None:
        """The layout of a model; None for a union."""
        return None

    def holding(cls, values: Mapping[str, Any]) -> object:
        """A model with these values, by Python name, as they are."""
        raise NotImplementedError

    def members(cls) -> Sequence[Any] | None:
        """The members of a union; None for a model."""
        return None

    def member(cls, value: object) -> object:
        """The member of a union that a value matches or is closest to; None if there is none."""
        raise NotImplementedError

    def unknown(cls, value: object) -> object:
        """The replacement for a value that matches no member of a union."""
        return value

    def undocumented(cls, value: object) -> tuple[str, object] | None:
        """The discriminator and its value, if no member of a union documents that value."""
        del value
        return None


def is_union(kind: Any) -> TypeGuard[Asked]:
    """Whether a type is a named union."""
    return isinstance(kind, Asked) and kind.members() is not None


def decoded(kind: type, value: object) -> object:
    """The `dec_hook` of msgspec."""
    return value if kind is object else cast("Asked", kind).from_json(value)


def encoded(value: object) -> object:
    """The `enc_hook` of msgspec.

    It also encodes the caller's own types that are strings, numbers, sequences or mappings.

    Raises:
        TypeError: The type has no JSON.
    """
    kind: object = type(value)
    if isinstance(kind, Asked):
        return kind.to_json(value)
    match value:
        case str():
            return str.__add__("", value)  # a subclass may have its own text
        case int():
            return int.__index__(value)
        case float():
            return float.__float__(value)
        case Mapping():
            return dict(cast("Mapping[object, object]", value))
        case Sequence() | AbstractSet():
            return list(cast("Iterable[object]", value))
        case _:
            raise TypeError(f"there is no JSON for {type(value).__name__!r}")


def open_items(value: object) -> dict[str, object] | None:
    """The JSON object of an instance of a custom type; None for any other value."""
    kind: object = type(value)
    items = kind.to_json(value) if isinstance(kind, Asked) else None
    return cast("dict[str, object]", items) if isinstance(items, dict) else None


class _Attempts(threading.local):
    """The results of decoding values as members of unions, while one response is decoded.

    A value inside a union is tried again for each member that may contain it. Without this memory,
    the time would double with each level of a recursive union. Keys are addresses of values, so the
    memory keeps the values alive.
    """

    remembered: dict[object, Any] | None = None
    """By union and address of the value; None while no response is decoded."""


ATTEMPTS = _Attempts()
