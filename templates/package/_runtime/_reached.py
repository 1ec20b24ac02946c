"""Values within a decoded body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

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
