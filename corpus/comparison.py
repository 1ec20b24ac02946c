"""Compares received values with the intended ones."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from corpus.schemas import Json

Read: TypeAlias = "str | list[Read] | dict[str, Read]"
"""A value parsed from text, in which ``1`` and ``"1"`` are the same."""


def written(value: Json) -> Json:
    """The part of a value that a query or form can contain, without empty arrays and objects."""
    if isinstance(value, dict):
        inner = {key: written(item) for key, item in value.items()}
        return {key: item for key, item in inner.items() if item not in ({}, [])}
    if isinstance(value, list):
        return [item for item in map(written, value) if item not in ({}, [])]
    return value


def defined(value: Json) -> Json:
    """The part of a value that a parameter can contain. Null is undefined there (RFC 6570, section 2.3)."""
    if isinstance(value, dict):
        return {key: defined(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [defined(item) for item in value if item is not None]
    return value


def matches(read: Read, meant: Json) -> bool:
    """Whether parsed text matches a JSON value."""
    match read, meant:
        case str(), dict() | list():
            try:
                value = json.loads(read)
                return same(value, meant) or same(written(defined(value)), meant)
            except ValueError:
                return isinstance(meant, list) and len(meant) == 1 and matches(read, meant[0])
        case str(), _:
            return _is_text_of(read, meant)
        case list(), list():
            return len(read) == len(meant) and all(map(matches, read, meant))
        case Mapping(), dict():
            return read.keys() == meant.keys() and all(matches(read[key], meant[key]) for key in meant)
        case _:
            return False


def matches_as_json(read: Read, meant: Json) -> bool:
    """Whether parsed text matches a value written as JSON, with quotes around strings."""
    try:
        return isinstance(read, str) and same(json.loads(read), meant)
    except ValueError:
        return False


def _is_text_of(text: str, meant: Json) -> bool:
    match meant:
        case None:
            return text in {"", "null"}
        case bool():
            return text == ("true" if meant else "false")
        case int() | float():
            try:
                return float(text) == meant
            except ValueError:
                return False
        case _:
            return same(text, meant)


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are equivalent. Times and UUIDs may have different notations."""
    match one, other:
        case bool(), _:
            return isinstance(other, bool) and one == other
        case str(), str():
            return one == other or _same_uuid(one, other) or _same_moment(one, other)
        case dict(), dict():
            return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
        case int() | float(), int() | float():
            return not isinstance(other, bool) and one == other
        case _:
            return one is None and other is None


def difference(arrived: Any, meant: Any, equal: Any = same, where: str = "$") -> str:
    """Describe the first difference between two values."""
    if isinstance(arrived, Mapping) and isinstance(meant, Mapping):
        for key in [*meant, *arrived]:
            place = f"{where}.{key}"
            if key not in arrived:
                return f"{place} is missing, expected {short(meant[key])}"
            if key not in meant:
                return f"{place} is {short(arrived[key])}, which is unexpected"
            if not equal(arrived[key], meant[key]):
                return difference(arrived[key], meant[key], equal, place)
    if isinstance(arrived, Sequence) and isinstance(meant, list) and len(arrived) == len(meant):
        for index, (one, other) in enumerate(zip(arrived, meant, strict=True)):
            if not equal(one, other):
                return difference(one, other, equal, f"{where}[{index}]")
    return f"{where} is {short(arrived)}, expected {short(meant)}"


def short(value: Any) -> str:
    """The value for a message."""
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:120]}..."


def _same_uuid(one: str, other: str) -> bool:
    return len(one) == 36 and one.lower() == other.lower()


def _same_moment(one: str, other: str) -> bool:
    """Python's times have microseconds. What is less is rounded."""
    try:
        return abs(datetime.fromisoformat(one) - datetime.fromisoformat(other)) <= timedelta.resolution
    except (ValueError, TypeError):
        return False
