"""Converts values of the wrong type to those that were probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.document.node import Json

_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


def converted_to(value: Json, types: list[str]) -> Iterator[object]:
    """A value of a wrong type as values of the allowed types, if that is probably meant."""
    match value:
        case str():
            lower = value.strip().lower()
            if "boolean" in types and lower in _TRUTHS:
                yield _TRUTHS[lower]
            if {"integer", "number"} & {*types} and lower.isascii() and lower.isdigit() and len(lower) < 16:
                yield int(lower)
            if "array" in types and value:
                yield _items(value)
        case bool() | int() | float() if "string" in types:
            yield str(value).lower()
        case list() if not value and "object" in types:
            yield {}
        case dict() if not value and "array" in types:
            yield []
        case _:
            pass


_BULLET = re.compile(r"(?:^|\s)(?:[-*+]\s|-(?=[^\s\d-])|[\u2022\u2023\u2013\u2014])")


def _items(text: str) -> list[str]:
    """The items of a list that YAML reads as one text, because its bullets are wrong: ``-a -b``."""
    plain = text.strip()
    before, *items = map(str.strip, _BULLET.split(plain))
    is_list = not before and all(items) and (len(items) > 1 or not re.match(r"-\S", plain))
    return items if items and is_list else [text]


def shown(value: object) -> str:
    """A value in a sentence."""
    return str(value).lower() if isinstance(value, bool) else repr(value)[:60]
