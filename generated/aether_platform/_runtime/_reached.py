"""Values within a decoded body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

from msgspec import UNSET

Path: TypeAlias = tuple[str, ...]
"""Attributes of models or keys of mappings, from the outer to the inner."""


def reached(value: object, path: Path) -> object:
    """The value at a path; None if there is none."""
    for name in path:
        if isinstance(value, Mapping):
            value = cast("Mapping[str, object]", value).get(name)
        elif isinstance(value, str | list):
            return None
        else:
            value = getattr(value, name, None)
    return value


def all_reached(value: object, path: Path) -> list[object]:
    """The values at a path that leads through lists; None for each item that has none."""
    for index, name in enumerate(path):
        if isinstance(value, list):
            items = cast("list[object]", value)
            return [found for item in items for found in all_reached(item, path[index:])]
        value = reached(value, (name,))
    found = cast("list[object]", value) if isinstance(value, list) else [value]
    return [None if one is UNSET else one for one in found]
