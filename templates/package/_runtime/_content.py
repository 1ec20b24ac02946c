"""What requests are made of: JSON, and the properties of bodies that are not JSON as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import cast

import msgspec
from msgspec import UNSET, Struct

from ._hooks import encoded, open_items
from ._parameters import text

_LOCAL_TIME = re.compile(rb'"\d{4}-\d\d-\d\dT[\d:.]+"')


def json_content(body: object) -> bytes:
    """Encode a body.

    Raises:
        ValueError: A datetime in it has no time zone.
    """
    content = msgspec.json.encode(body, enc_hook=encoded)
    if _LOCAL_TIME.search(content):  # which may as well be a text that looks like one
        _refuse_local_times(
            "the body", msgspec.to_builtins(body, builtin_types=(datetime,), enc_hook=encoded)
        )
    return content


def properties(value: object) -> Iterator[tuple[str, object]]:
    """The properties of a model or a mapping that are set, under their names on the wire.

    Raises:
        TypeError: The value is neither.
    """
    if isinstance(value, Struct):
        for key, attribute in zip(
            value.__struct_encode_fields__, value.__struct_fields__, strict=True
        ):
            if (item := getattr(value, attribute)) is not UNSET:
                yield key, item
    elif (items := open_items(value)) is not None:
        yield from items.items()
    elif isinstance(value, Mapping):
        for name, item in cast("Mapping[object, object]", value).items():
            if item is not UNSET:
                yield str(name), item
    else:
        raise TypeError(f"a model or a mapping is needed, not {type(value).__name__}")


def is_structured(value: object) -> bool:
    """Whether a value is a model, a mapping or a list."""
    return isinstance(value, Struct | Mapping | list | tuple) or open_items(value) is not None


def property_text(name: str, value: object) -> str:
    """Write a property by itself: text as it is, null as nothing, an object or a list as JSON.

    Raises:
        ValueError: A datetime has no time zone.
    """
    if value is None:
        return ""
    if is_structured(value):
        return json_content(value).decode()
    return text(name, value)


def _refuse_local_times(name: str, value: object) -> None:
    if isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            _refuse_local_times(key, item)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            _refuse_local_times(name, item)
    elif isinstance(value, datetime):
        text(name, value)
