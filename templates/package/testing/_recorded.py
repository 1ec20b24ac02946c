"""The arguments of a call, as the code under test passed them."""

from __future__ import annotations

import re
from dataclasses import Field, fields
from typing import Any, cast

import msgspec
from msgspec import UNSET

from .._runtime._hooks import encoded

_UUID = re.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class Recorded:
    """A call of a method: an attribute for each argument, and nothing else.

    Two calls are equal if they send the same: a UUID equals its text, and a model equals a dict
    with its properties.
    """

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and not differences(self, other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{shown_arguments(self)}"


def shown_arguments(call: Recorded) -> str:
    """The arguments of a call as they could be written: `('x', name='y')`."""
    shown = (
        f"{one.name}={value!r}" if one.kw_only else repr(value)
        for one in _fields(call)
        if (value := getattr(call, one.name)) is not UNSET
    )
    return f"({', '.join(shown)})"


def differences(expected: Recorded, called: Recorded) -> list[str]:
    """The arguments in which two calls of one method differ, a line for each."""
    pairs = (
        (one.name, getattr(expected, one.name), getattr(called, one.name))
        for one in _fields(expected)
    )
    return [
        f"{name}: expected {_shown(wanted)}, got {_shown(got)}"
        for name, wanted, got in pairs
        if not _are_alike(wanted, got)
    ]


def _fields(call: Any) -> tuple[Field[Any], ...]:
    return fields(call)


def _shown(value: object) -> str:
    return "nothing" if value is UNSET else repr(value)


def _are_alike(one: object, other: object) -> bool:
    """Whether two values are equal, or equal as JSON."""
    if one is other or one == other:
        return True
    if UNSET in (one, other) or isinstance(one, bytes) or isinstance(other, bytes):
        return False
    try:
        return bool(_plain(one) == _plain(other))
    except (TypeError, ValueError):  # a file, for example, has no JSON
        return False


def _plain(value: object) -> object:
    return _normal(msgspec.to_builtins(value, enc_hook=encoded))


def _normal(value: object) -> object:
    """A plain value with its UUIDs in lower case."""
    match value:
        case str():
            return value.lower() if _UUID.fullmatch(value) else value
        case dict():
            return {name: _normal(one) for name, one in cast("dict[object, object]", value).items()}
        case list() | tuple():
            return [_normal(one) for one in cast("list[object]", value)]
        case _:
            return value
