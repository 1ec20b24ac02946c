"""Types that msgspec does not know, and asks to read and to write themselves."""

from __future__ import annotations

from typing import cast


class Asked(type):
    """The class of such types; `_union` and `_open_object` make them."""

    def from_json(cls, value: object) -> object:
        """Make a value of the type of what JSON has for it.

        Raises:
            TypeError, ValueError: It is not one; msgspec adds where it stands.
        """
        raise NotImplementedError

    def to_json(cls, value: object) -> dict[str, object]:
        """What JSON has for an instance, by the names on the wire."""
        raise NotImplementedError

    def closest(cls, value: object) -> object:
        """The type that msgspec knows, and that a value is, or comes closest to."""
        raise NotImplementedError

    def untold(cls, value: object) -> tuple[str, str] | None:
        """The key by which a value says what it is, and what it says, if that is not documented."""
        del value
        return None


def decoded(kind: type, value: object) -> object:
    """What msgspec calls with a type that it does not know."""
    return cast("Asked", kind).from_json(value)


def encoded(value: object) -> dict[str, object]:
    """What msgspec calls with a value of a type that it does not know.

    Raises:
        TypeError: No one knows the type.
    """
    items = open_items(value)
    if items is None:
        raise TypeError(f"there is no JSON for {type(value).__name__!r}")
    return items


def open_items(value: object) -> dict[str, object] | None:
    """What JSON has for an instance of such a type; None for any other value."""
    kind: object = type(value)
    return kind.to_json(value) if isinstance(kind, Asked) else None
