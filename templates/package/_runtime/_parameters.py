"""Encodes arguments in paths, queries, headers and cookies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from math import isfinite
from types import MappingProxyType
from typing import Any, Protocol, Self, TypeGuard
from urllib.parse import quote
from uuid import UUID

from msgspec import UNSET, Struct

_PLACEHOLDER = re.compile(r"\{(\w+)(:uuid|:date|:path|)\}")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.ASCII | re.IGNORECASE)
_HEADER_VALUE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e\t]*[\x21-\x7e])?", re.ASCII)
_COOKIE_NAME = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c\x3e-\x5b\x5d-\x7e]+", re.ASCII)
_COOKIE_VALUE = re.compile(r"[\x21\x23-\x3a\x3c-\x5b\x5d-\x7e]*", re.ASCII)
"""RFC 6265 section 4.1.1, and the comma, which lists need and browsers also send."""
_DOTS = frozenset({".", ".."})
_FRAMING = frozenset({"content-length", "transfer-encoding"})
"""The headers that delimit a request (RFC 9112 section 6). With them, an argument could smuggle in
another request."""


class Style(Protocol):
    """A style of a parameter that is not the default of its location; see `_styles.py`."""

    def query(self, name: str, value: object) -> list[str]:
        """Encode as percent-encoded `key=value` pairs."""
        ...

    def path(self, name: str, value: object) -> str:
        """Encode as a percent-encoded part of a path."""
        ...

    def header(self, name: str, value: object) -> str:
        """Encode as the value of a header."""
        ...

    def joined(self, name: str, value: object) -> str:
        """Write a list as one text."""
        ...

    def cookie(self, name: str, value: object) -> list[tuple[str, str]]:
        """Encode as cookies: their names and values."""
        ...


Styles = Mapping[str, Style]
USUAL: Mapping[str, Any] = MappingProxyType({})
"""All parameters have the default style."""


class Path(Struct, frozen=True):
    """A parsed path template."""

    start: str
    """The text before the first placeholder."""
    placeholders: Sequence[tuple[str, Callable[[str, object], str], str]]
    """For each: its name, the function that encodes its value, and the text after it."""

    @classmethod
    def parse(cls, template: str, styles: Styles = USUAL) -> Self:
        """Parse a template such as `/clusters/{cluster_id:uuid}`."""
        start, *parts = _PLACEHOLDER.split(template)
        names = parts[::3]
        writers = (
            _MARKED[mark] if (style := styles.get(name)) is None else _styled(style)
            for name, mark in zip(names, parts[1::3], strict=True)
        )
        return cls(start, tuple(zip(names, writers, parts[2::3], strict=True)))

    def expand(self, values: Sequence[object]) -> str:
        """Insert the values. None can leave its place in the path (RFC 3986 section 3.3).

        Raises:
            ValueError: A value is empty, has a segment `.` or `..`, which servers and proxies
                resolve, is not a UUID where one is required, or is a datetime without a time zone.
            TypeError: The type of a value cannot be sent in a path, such as None.
        """
        path = self.start
        for (name, write, literal), value in zip(self.placeholders, values, strict=True):
            path += write(name, value) + literal
        return path


def without_marks(template: str) -> str:
    """The template without the marks of its placeholders: `/clusters/{cluster_id}`."""
    return _PLACEHOLDER.sub(r"{\1}", template)


def query_string(values: Mapping[str, object], styles: Styles = USUAL) -> str:
    """Encode the values that are set. A list repeats its key (style `form`, exploded).

    Null values and null items are omitted, since they are undefined there (RFC 6570 section 2.3).

    Raises:
        ValueError: A datetime has no time zone.
        TypeError: The type of a value cannot be sent in a query.
    """
    pairs: list[str] = []
    for name, value in values.items():
        if value is UNSET:
            continue
        if (style := styles.get(name)) is not None:
            pairs += style.query(name, value)
        else:
            key = quote(name, safe="")
            pairs += [f"{key}={quote(text(name, item), safe='')}" for item in _defined(value)]
    return "&".join(pairs)


def cookie_header(values: Mapping[str, object], styles: Styles = USUAL) -> str:
    """Encode the values that are set as the `Cookie` header. A list is sent as repeated cookies.

    Null is omitted, as in a query. A name that a cookie cannot have is percent-encoded, as in style
    `form`.

    Raises:
        ValueError: A value has characters that a cookie cannot carry.
        TypeError: The type of a value cannot be sent in a cookie.
    """
    pairs: list[str] = []
    for name, value in values.items():
        if value is UNSET:
            continue
        if (style := styles.get(name)) is not None:
            cookies = style.cookie(name, value)
        else:
            cookies = [(name, text(name, item)) for item in _defined(value)]
        for key, written in cookies:
            if not _COOKIE_VALUE.fullmatch(written):
                raise ValueError(f"the cookie {name!r} cannot carry this value")
            allowed = key if _COOKIE_NAME.fullmatch(key) else quote(key, safe="")
            pairs.append(f"{allowed}={written}")
    return "; ".join(pairs)


def header_value(name: str, value: object, style: Style | None = None) -> str:
    """Encode a value as a header. A list is joined with commas (style `simple`).

    Raises:
        ValueError: It has characters that a header cannot contain (RFC 9110 section 5.5), or is a
            datetime without a time zone, or only the client may set the header.
        TypeError: Its type cannot be sent in a header.
    """
    if name.lower() in _FRAMING:
        raise ValueError(f"the header {name!r} cannot be set: the client does, for each request")
    if style is not None:
        written = style.header(name, value)
    else:
        written = ",".join(text(name, item) for item in _items(value))
    if written and not _HEADER_VALUE.fullmatch(written):
        raise ValueError(f"the header {name!r} cannot carry this value")
    return written


def text(name: str, value: object) -> str:
    """Encode a value as in JSON, but a string without quotes.

    Raises:
        ValueError: It is a datetime without a time zone, which is ambiguous (RFC 3339 section 4.4),
            or a number that is not finite.
        TypeError: Its type has no such encoding.
    """
    match value:
        case Enum():
            return text(name, value.value)
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | UUID():
            return str(value)
        case float() | Decimal():
            if not isfinite(value):
                raise ValueError(f"{name} must be a finite number, not {value}")
            return str(value)
        case datetime() if value.utcoffset() is None:
            raise ValueError(f"{name} must have a time zone: {value}")
        case date():
            return value.isoformat().replace("+00:00", "Z")
        case _:
            raise TypeError(f"{name} cannot be {type(value).__name__}")


def is_list(value: object) -> TypeGuard[Iterable[object]]:
    """Whether a value is a list, or another sequence or set, but not text or bytes."""
    if isinstance(value, list | tuple | set | frozenset):
        return True
    return isinstance(value, Sequence | AbstractSet) and not isinstance(
        value, str | bytes | bytearray | memoryview
    )


def is_defined(value: object) -> bool:
    """Whether a header has a value: not null or an empty list (RFC 6570 section 2.3)."""
    if is_list(value):
        return any(True for _ in value)
    return value is not UNSET and value is not None


def check_values(
    values: Mapping[str, object], required: Iterable[str], dates: Iterable[str]
) -> None:
    """Refuse values that cannot be sent, or not as intended.

    Raises:
        TypeError: A value that is required, or cannot be null, is None.
        ValueError: The value of a date is a datetime, or a list that contains one. Type checkers
            accept it, since it is a subclass.
    """
    for name in required:
        if name in values and values[name] is None:
            raise TypeError(f"{name} must not be None")
    for name in dates:
        _refuse_moment(name, values.get(name))


def _refuse_moment(name: str, value: object) -> None:
    moment = next((item for item in _items(value) if isinstance(item, datetime)), None)
    if moment is not None:
        raise ValueError(f"{name} must be a date, not a datetime: {moment}")


def _items(value: object) -> Iterable[object]:
    return value if is_list(value) else (value,)


def _defined(value: object) -> Iterable[object]:
    return (item for item in _items(value) if item is not None)


def _uuid(name: str, value: object) -> str:
    if isinstance(value, UUID):
        return str(value)
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a UUID or its text, not {type(value).__name__}")
    if not _UUID.fullmatch(value):
        raise ValueError(f"{name} must be a UUID, not {value!r}")
    return value


def _segment(name: str, value: object, safe: str = "") -> str:
    return _whole(name, ",".join(quote(text(name, item), safe=safe) for item in _items(value)))


def _segments(name: str, value: object) -> str:
    return _segment(name, value, safe="/")


def _styled(style: Style) -> Callable[[str, object], str]:
    return lambda name, value: _whole(name, style.path(name, value))


def _day(name: str, value: object) -> str:
    _refuse_moment(name, value)
    return _segment(name, value)


_MARKED = {"": _segment, ":uuid": _uuid, ":date": _day, ":path": _segments}
"""The encoders of placeholders by their mark."""


def _whole(name: str, written: str) -> str:
    if not written:
        raise ValueError(f"{name} must not be empty")
    *around, last = written.split("/")
    if "" in around:
        raise ValueError(f"{name} must not begin with a slash or have two in a row: {written!r}")
    # Some servers ignore the text after a semicolon.
    if any(segment.partition(";")[0] in _DOTS for segment in (*around, last)):
        raise ValueError(f"{name} must not be {written!r}: a path's dots are resolved on the way")
    return written
