"""Names that documents carry in extensions, most of them for other generators.

The first extension of a list that has a value counts. ``x-python-name`` comes before all of them
(`codegen.naming.scopes.override_in`). A hint is a proposal: it is written as Python writes names, and
another one is found if it is taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from codegen.document.node import Json

GROUPS = ("x-python-group", "x-fern-sdk-group-name", "x-speakeasy-group")
"""The resource of an operation: a text, with dots between nested resources, or a list of texts."""

METHODS = ("x-fern-sdk-method-name", "x-speakeasy-name-override", "x-methodName", "x-ms-client-name")
"""The method of an operation."""

PARTS = ("x-speakeasy-name-override", "x-ms-client-name")
"""A schema, property or parameter."""


def hinted_group(extensions: Mapping[str, Json]) -> list[str]:
    """The nested resources of an operation, the outermost first; empty without a hint."""
    for key in GROUPS:
        value = extensions.get(key)
        texts = value if isinstance(value, list) else [value]
        parts = [part for text in texts if isinstance(text, str) for part in re.split(r"[./]", text)]
        if found := [part for part in parts if _has_letters(part)]:
            return found
    return []


def hinted_method(extensions: Mapping[str, Json]) -> str | None:
    """The method of an operation."""
    return _first(extensions, METHODS)


def hinted_name(extensions: Mapping[str, Json]) -> str | None:
    """The name of a schema, property or parameter."""
    return _first(extensions, PARTS)


def _first(extensions: Mapping[str, Json], keys: tuple[str, ...]) -> str | None:
    values = (extensions.get(key) for key in keys)
    return next((value for value in values if isinstance(value, str) and _has_letters(value)), None)


def _has_letters(text: str) -> bool:
    return re.search(r"[^\W\d_]", text) is not None
