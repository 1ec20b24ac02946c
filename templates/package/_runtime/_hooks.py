"""Types that msgspec does not know, and asks to read and to write themselves."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias, TypeGuard, cast

from msgspec import Struct

Layout: TypeAlias = tuple[type[Struct], Mapping[str, str]]
"""What holds the values of a model, and the names on the wire by the names of Python."""


class Asked(type):
    """The class of such types; `_union`, `_open_object` and `_unknown` make them."""

    def from_json(cls, value: object) -> object:
        """Make a value of the type of what JSON has for it.

        Raises:
            TypeError, ValueError: It is not one; msgspec adds where it stands.
        """
        raise NotImplementedError

    def to_json(cls, value: object) -> object:
        """What JSON has for an instance, by the names on the wire."""
        raise NotImplementedError

    def layout(cls) -> Layout | None:
        """What a model consists of; None for a union."""
        return None

    def members(cls) -> Sequence[Any] | None:
        """The members of a union; None for a model."""
        return None

    def member(cls, value: object) -> object:
        """The member of a union that a value is of, or comes closest to; None if there is none."""
        raise NotImplementedError

    def unknown(cls, value: object) -> object:
        """What stands for a value that is of no member of a union."""
        return value

    def untold(cls, value: object) -> tuple[str, object] | None:
        """The discriminator and its value, if no member of a union has that value."""
        del value
        return None


def is_union(kind: Any) -> TypeGuard[Asked]:
    """Whether a type is a union of this kind."""
    return isinstance(kind, Asked) and kind.members() is not None


def decoded(kind: type, value: object) -> object:
    """What msgspec calls with a type that it does not know."""
    return cast("Asked", kind).from_json(value)


def encoded(value: object) -> object:
    """What msgspec calls with a value of a type that it does not know.

    That may be a type of the caller's that is a text, a number, a list or a mapping to Python.

    Raises:
        TypeError: No one knows the type.
    """
    kind: object = type(value)
    if isinstance(kind, Asked):
        return kind.to_json(value)
    match value:
        case str():
            return str.__add__("", value)  # what a subclass is as a text may be its own matter
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
    """What JSON has for an instance of such a type that is an object; None for any other value."""
    kind: object = type(value)
    items = kind.to_json(value) if isinstance(kind, Asked) else None
    return cast("dict[str, object]", items) if isinstance(items, dict) else None


class _Attempts(threading.local):
    """What became of the values that were tried as members of unions, while one value is read.

    A value within a union is tried again with each member that may hold it. Without this the time
    would double with each level of a union that contains itself. Values are known by their address,
    so whoever remembers one keeps it.
    """

    remembered: dict[object, Any] | None = None
    """By the union and the address of the value; None while none is tried."""


ATTEMPTS = _Attempts()
