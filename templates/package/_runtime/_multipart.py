"""Bodies of several parts (`multipart/form-data`, RFC 7578)."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, TypeAlias, cast

from msgspec import UNSET, UnsetType

from ._content import is_structured, properties, property_text

File: TypeAlias = "bytes | IO[bytes] | Path | tuple[str, bytes | IO[bytes]]"
"""A file to send: its content, an open file, a path, or a file name and content."""

_AS_TOLD: Mapping[str, str] = MappingProxyType({})
_ESCAPED = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
"""In the names of parts and files, as browsers do it (WHATWG HTML, section 4.10.21.8)."""


def multipart_content(
    media_type: str, body: object, content_types: Mapping[str, str] = _AS_TOLD
) -> tuple[str, bytes | UnsetType]:
    """Write each property that is set as a part, each item of a list as a part of its own.

    Files are read now, so that the body can be sent again.

    Args:
        media_type: `multipart/form-data` or a relative of it.
        body: The properties; `UNSET` for no body.
        content_types: The media types of parts, by their names, where they are told.

    Returns:
        The media type with its boundary, and the body.

    Raises:
        ValueError: A datetime has no time zone.
        TypeError: The body is neither a model nor a mapping.
    """
    if body is UNSET:
        return media_type, UNSET
    boundary = secrets.token_hex(16)
    parts: list[bytes] = []
    for name, value in properties(body):
        items = cast("list[object]", value) if isinstance(value, list) else (value,)
        for item in items:
            head, content = _part(name, item, content_types.get(name))
            parts.append(f"--{boundary}\r\n{head}\r\n\r\n".encode() + content + b"\r\n")
    whole = b"".join(parts) + f"--{boundary}--\r\n".encode()
    return f"{media_type}; boundary={boundary}", whole


def _part(name: str, value: object, content_type: str | None) -> tuple[str, bytes]:
    file = _file(name, value)
    if file is None:
        told = content_type or ("application/json" if is_structured(value) else None)
        filename, content = None, property_text(name, value).encode()
    else:
        filename, content = file
        told = content_type or "application/octet-stream"
    return "\r\n".join(_head(name, filename, told)), content


def _head(name: str, filename: str | None, content_type: str | None) -> Iterator[str]:
    disposition = f'Content-Disposition: form-data; name="{name.translate(_ESCAPED)}"'
    if filename is not None:
        disposition += f'; filename="{filename.translate(_ESCAPED)}"'
    yield disposition
    if content_type is not None:
        yield f"Content-Type: {content_type}"


def _file(name: str, value: object) -> tuple[str, bytes] | None:
    """The name and the content of a file; None for any other value."""
    match value:
        case bytes():
            return name, value
        case Path():
            return value.name, value.read_bytes()
        case tuple():
            filename, content = cast("tuple[str, object]", value)
            found = _file(filename, content)
            return None if found is None else (filename, found[1])
        case _ if hasattr(value, "read"):
            file = cast("IO[bytes]", value)
            path = getattr(file, "name", None)
            return (Path(path).name if isinstance(path, str) else name), file.read()
        case _:
            return None
