"""Several values one after another: JSON Lines, JSON text sequences, server-sent events.

RFC 7464 has JSON text sequences, section 9.2.6 of the HTML standard has server-sent events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast, get_args

import msgspec
from msgspec import UNSET, UnsetType

from ._content import json_content
from ._operation import without_parameters
from ._shapes import fields, kinds

_EVENTS = "text/event-stream"
_LINE = re.compile("\r\n|\n|\r")


def sequence_content(media_type: str, body: object) -> tuple[str, bytes | UnsetType]:
    """Encode each item of a body as JSON; `UNSET` for no body.

    Raises:
        ValueError: A datetime has no time zone; a number is not finite.
        TypeError: There is no JSON for a value.
    """
    if body is UNSET:
        return media_type, UNSET
    start = b"\x1e" if _is_json_seq(media_type) else b""
    items = (json_content(item) for item in cast("Iterable[object]", body))
    return media_type, b"".join(start + item + b"\n" for item in items)


def json_array(media_type: str, content: bytes, kind: Any) -> bytes:
    """Write the values as an array of JSON, to be decoded as a type."""
    if without_parameters(media_type) == _EVENTS:
        return b"[" + b",".join(_events(content, kind)) + b"]"
    separator = b"\x1e" if _is_json_seq(media_type) else b"\n"
    values = (value.strip() for value in content.split(separator))
    return b"[" + b",".join(value for value in values if value) + b"]"


def _is_json_seq(media_type: str) -> bool:
    return "json-seq" in media_type.lower()


def _events(content: bytes, kind: Any) -> Iterator[bytes]:
    """Each event that has data, as an object with the fields that it has."""
    is_text = _has_text(kind)
    found: dict[str, object] = {}
    for line in [*_LINE.split(content.decode("utf-8", "replace").removeprefix("\ufeff")), ""]:
        if not line:
            if "data" in found:
                yield msgspec.json.encode(_with_data(found, is_text=is_text))
            found = {}
            continue
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            found[name] = f"{found[name]}\n{value}" if name in found else value
        elif name == "retry":
            if value.isascii() and value.isdigit():
                found[name] = int(value)
        elif name in {"event", "id"}:
            found[name] = value


def _with_data(event: dict[str, object], *, is_text: bool) -> dict[str, object]:
    if is_text:
        return event
    try:
        data = msgspec.json.decode(str(event["data"]).encode(), type=msgspec.Raw)
    except msgspec.DecodeError:  # such as the `[DONE]` at the end of some streams
        return event
    return {**event, "data": data}


def _has_text(kind: Any) -> bool:
    """Whether the data of an event is a text, and not documented as the JSON in it."""
    items = get_args(kind)
    known = fields(items[0]) if items else None
    data = known.named.get("data") if known is not None else None
    return data is None or not kinds(data.type).isdisjoint({str, object})
