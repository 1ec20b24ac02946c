"""Bodies of several parts (`multipart/form-data`, RFC 7578)."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from mimetypes import guess_type
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias, cast

from msgspec import UNSET, UnsetType

from ._content import Streamed, is_structured, properties, property_text
from ._operation import is_json
from ._parameters import USUAL, Style, check_values, is_list
from ._upload import Chunks, FileContent, Source, Upload, is_file, opened

File: TypeAlias = (
    FileContent
    | tuple[str, FileContent]
    | tuple[str, FileContent, str]
    | tuple[str, FileContent, str, Mapping[str, str]]
)
"""A file to send: its content, an open file or a path; or its name and its content and, if need be,
its media type and more headers."""

_Encoded: TypeAlias = tuple[bytes, bytes | Source | Chunks]
"""The headers and the content of a part."""

_EMPTY: Mapping[str, str] = MappingProxyType({})
_BOUNDARY = re.compile(r'\s*;\s*boundary=("[^"]*"|[^;]*)', re.IGNORECASE)
"""A boundary that a document gives as an example; each body has its own."""
_ESCAPED = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
"""In the names of parts and files, as browsers do it (WHATWG HTML, section 4.10.21.8)."""
_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two boundaries."""

    content: bytes | Source | Chunks
    filename: str | None = None
    media_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: _EMPTY)

    def encoded(self, name: str | None) -> _Encoded:
        """Write the headers, which the content follows.

        Raises:
            ValueError: A header has characters that would end it.
        """
        kind = "attachment" if name is None else f'form-data; name="{name.translate(_ESCAPED)}"'
        headers: dict[str, str] = {}
        if self.filename is not None:
            quoted = self.filename.translate(_ESCAPED)
            headers["Content-Disposition"] = f'{kind}; filename="{quoted}"'
        elif name is not None:
            headers["Content-Disposition"] = kind
        if self.media_type is not None:
            headers["Content-Type"] = self.media_type
        lines: list[str] = []
        for key, value in {**headers, **self.headers}.items():
            if not (_TOKEN.fullmatch(key) and value.isprintable()):
                raise ValueError(f"the part {name!r} cannot have this {key!r}")
            lines.append(f"{key}: {value}\r\n")
        return "".join(lines).encode() + b"\r\n", self.content


def multipart_content(
    media_type: str,
    body: object,
    content_types: Mapping[str, str] = _EMPTY,
    *,
    joined: Mapping[str, Style] = USUAL,
    files: Collection[str] = (),
) -> tuple[str, bytes | Streamed | UnsetType]:
    """Write each property that is set as a part, each item of a list as a part of its own.

    Files are read while they are sent.

    Args:
        media_type: `multipart/form-data` or a relative of it.
        body: The properties; `UNSET` for no body.
        content_types: The documented media types of parts, by name. If there are several, a part
            has the first, unless the name of a file implies another.
        joined: The styles of lists that are one part, by name.
        files: The names of parts that are files, which text is not.

    Returns:
        The media type with its boundary, and the body; `UNSET` for none.

    Raises:
        ValueError: A datetime has no time zone, or a file's media type or headers cannot be sent.
        TypeError: The body is neither a model nor a mapping, or a file is a text.
    """
    if body is UNSET:
        return media_type, UNSET
    parts = [
        part
        for name, value in properties(body)
        for part in _parts(
            name, _joined(name, value, joined), content_types.get(name), is_file=name in files
        )
    ]
    return _in_parts(media_type, parts)


def checked(
    values: Mapping[str, object], *, dates: Collection[str] = (), nullable: Collection[str] = ()
) -> Mapping[str, object]:
    """The properties of a body, which are arguments, if all of them can be sent as intended.

    Args:
        values: The properties.
        dates: The names of those that are dates, which a datetime is not.
        nullable: The names of those that may be None.

    Raises:
        TypeError, ValueError: See `check_values`.
    """
    check_values(values, (name for name in values if name not in nullable), dates)
    return values


def given(values: Mapping[str, object]) -> Mapping[str, object] | UnsetType:
    """The properties of an optional body; `UNSET` if it would have no parts."""
    has_parts = any(value is not UNSET and value not in ([], ()) for value in values.values())
    return values if has_parts else UNSET


def parts_content(
    media_type: str,
    body: object,
    content_types: Sequence[str | None] = (),
    further: str | None = None,
) -> tuple[str, bytes | Streamed | UnsetType]:
    """Encode each item of a body as a part without a name (`multipart/mixed` and the like).

    Args:
        media_type: The media type.
        body: The items; `UNSET` for no body.
        content_types: The documented media types of the first parts.
        further: That of the others.

    Returns:
        The media type with its boundary, and the body; `UNSET` for none.

    Raises:
        ValueError: A datetime has no time zone; a media type or a header of a file is invalid.
        TypeError: An item cannot be encoded.
    """
    if body is UNSET:
        return media_type, UNSET
    return _in_parts(
        media_type,
        [
            _part(
                "", item, content_types[index] if index < len(content_types) else further
            ).encoded(None)
            for index, item in enumerate(cast("Sequence[object]", body))
        ],
    )


def _in_parts(media_type: str, parts: Sequence[_Encoded]) -> tuple[str, bytes | Streamed]:
    boundary = secrets.token_hex(16)
    start = f"--{boundary}\r\n".encode()
    pieces = [piece for head, content in parts for piece in (start, head, content, b"\r\n")]
    pieces.append(f"--{boundary}--\r\n".encode())
    in_memory = [piece for piece in pieces if isinstance(piece, bytes)]
    content = b"".join(in_memory) if len(in_memory) == len(pieces) else Upload(pieces)
    return f"{_BOUNDARY.sub('', media_type)}; boundary={boundary}", content


def _joined(name: str, value: object, styles: Mapping[str, Style]) -> object:
    style = styles.get(name)
    return value if style is None or not is_list(value) else style.joined(name, value)


def _parts(name: str, value: object, declared: str | None, *, is_file: bool) -> Sequence[_Encoded]:
    if is_file and isinstance(value, str):
        opened(name, value)  # which refuses it
    if not is_list(value) or _is_named_file(value, is_file=is_file) or _has_parts(declared):
        return [_part(name, value, declared).encoded(name)]
    return [part for item in value for part in _parts(name, item, declared, is_file=is_file)]


def _is_named_file(value: object, *, is_file: bool) -> bool:
    """Whether a tuple is a file with its name. Any other is a list, as of a list of texts."""
    if not isinstance(value, tuple):
        return False
    match cast("tuple[object, ...]", value):
        case (str(), content, *_):
            return is_file or not isinstance(content, str | int | float | None)
        case _:
            return False


def _part(name: str, value: object, declared: str | None) -> Part:
    is_named = _is_named_file(value, is_file=True)
    match value:
        case bytes():
            return Part(value, name or None, _kind(declared, "application/octet-stream"))
        case Path():
            return Part(opened(name, value), value.name, _kind(declared, _guessed(value.name)))
        case tuple() if is_named:
            filename, content, *more = cast("tuple[str, object, Any]", value)
            kind, headers = (*more, None, None)[:2]
            media_type = kind or _kind(declared, _guessed(filename))
            return Part(opened(name, content), filename, media_type, headers or _EMPTY)
        case _ if is_file(value):
            path = getattr(value, "name", None)
            known = Path(path).name if isinstance(path, str) else name
            return Part(opened(name, value), known or None, _kind(declared, _guessed(known)))
        case _:
            return _written(
                name, value, _kind(declared, "application/json" if is_structured(value) else None)
            )


def _written(name: str, value: object, kind: str | None) -> Part:
    """A part that is not a file."""
    if kind is not None and _has_parts(kind) and is_structured(value):
        kind, content = _nested(kind, value)
        return Part(content, None, kind)
    if value is None and kind is not None and is_json(kind):
        return Part(b"null", None, kind)
    return Part(property_text(name, value).encode(), None, kind)


def _has_parts(media_type: str | None) -> bool:
    return media_type is not None and media_type.strip().lower().startswith("multipart/")


def _nested(media_type: str, value: object) -> tuple[str, bytes]:
    """A part that has parts itself (OpenAPI 3.2.0 section 4.15.3), with their usual media types.

    Raises:
        TypeError: A part within is a file that is read while it is sent.
    """
    if is_list(value):
        media_type, content = parts_content(media_type, value)
    else:
        media_type, content = multipart_content(media_type, value)
    if not isinstance(content, bytes):
        raise TypeError(f"files within a part of {media_type.partition(';')[0]} must be bytes")
    return media_type, content


def _kind(declared: str | None, guessed: str | None) -> str | None:
    """The media type of a part: of several that the document has, the one that it seems to be."""
    if declared is None:
        return guessed
    allowed = [one.strip() for one in declared.split(",")]
    return guessed if guessed in allowed else allowed[0]


def _guessed(filename: str) -> str:
    return guess_type(filename)[0] or "application/octet-stream"
