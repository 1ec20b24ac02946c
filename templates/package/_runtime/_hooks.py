"""Types that msgspec does not know, and asks to read themselves."""

from __future__ import annotations

from typing import cast


class Asked(type):
    """The class of such types; `_union` makes them."""

    def from_json(cls, value: object) -> object:
        """Make a value of the type of what JSON has for it.

        Raises:
            ValueError: It is not one; msgspec adds where it stands.
        """
        raise NotImplementedError

    def closest(cls, value: object) -> object:
        """The type that msgspec knows, and that a value is, or comes closest to."""
        raise NotImplementedError


def decoded(kind: type, value: object) -> object:
    """What msgspec calls with a type that it does not know."""
    return cast("Asked", kind).from_json(value)
