"""Splits the paths by which a declaration names a property of a body."""

from __future__ import annotations

from codegen.document.node import Json
from codegen.model.operations import Path


def split(value: Json) -> Path:
    """The names in a path: a text such as ``meta.next``, or a list of names. Empty if it is neither."""
    if isinstance(value, str):
        return tuple(value.split(".")) if all(value.split(".")) else ()
    names = value if isinstance(value, list) else []
    texts = tuple(one for one in names if isinstance(one, str))
    return texts if len(texts) == len(names) else ()
