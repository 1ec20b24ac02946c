"""Encodes bodies as JSON, and the properties of bodies that are forms or multipart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast

import httpx2
import msgspec
from msgspec import UNSET, Struct

from ._hooks import encoded, open_items
from ._parameters import text

_ENCODER = msgspec.json.Encoder(enc_hook=encoded, decimal_format="number")
_NOT_FINITE = re.compile(rb"null|NaN|Infinity")
"""What may stand for a number that is not finite, which is null to msgspec."""
_BASE64 = re.compile(rb'"(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"(?!:)')
"""What may stand for bytes, which are base64 to msgspec."""
_MOMENT = re.compile(rb'"\d{4}-\d\d-\d\dT')
"""What may stand for a datetime."""
_LOCAL_TIME = re.compile(rb'"\d{4}-\d\d-\d\dT[\d:.]+"')

FRAMING = frozenset({"host", "content-length", "transfer-encoding"})
"""The headers that say where a request goes and ends. Callers cannot set them."""


class Streamed(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that is read while it is sent; see `_upload`."""

    length: int | None
    """In bytes; None if nobody knows."""
    failure: Exception | None = None
    """The reason why it could not be read, if the last attempt failed because of it."""

    @property
    def can_be_read(self) -> bool:
        """Whether another attempt can send it."""
        raise NotImplementedError


class Changed(Struct, frozen=True):
    """What a middleware made of an attempt."""

    headers: Mapping[str, str]
    """All headers but those that say where the request goes and ends."""
    given: Mapping[str, str]
    """Those that it has set itself. They override the credentials."""
    content: bytes | Streamed | None


def framing(content: bytes | Streamed) -> Mapping[str, str]:
    """The header that says where the body ends."""
    length = content.length if isinstance(content, Streamed) else len(content)
    return {"transfer-encoding": "chunked"} if length is None else {"content-length": str(length)}


def stream_of(content: bytes | Streamed | None) -> httpx2.ByteStream | Streamed:
    """What httpx2 reads the body from."""
    return content if isinstance(content, Streamed) else httpx2.ByteStream(content or b"")


def json_content(body: object, *, is_given: bool = False) -> bytes:
    """Encode a body; `is_given` for a model of the caller's arguments.

    Raises:
        ValueError: A datetime in it has no time zone, or is given for a date; a number is not
            finite.
        TypeError: A value in it cannot be encoded as JSON, or an argument is None that cannot be
            null.
    """
    content = encoded_json(body)
    if is_given and b"null" in content:
        from ._refusal import refuse_null  # few bodies need it

        refuse_null(body)
    if _MOMENT.search(content):
        from ._refusal import refuse_moments  # few bodies need it

        refuse_moments(body)
        if _LOCAL_TIME.search(content):  # it may also be a text that looks like one
            _refuse_local_times(
                "the body", msgspec.to_builtins(body, builtin_types=(datetime,), enc_hook=encoded)
            )
    return content


def encoded_json(value: object) -> bytes:
    """Encode any value.

    Raises:
        ValueError: A number in it is not finite.
        TypeError: There is no JSON for a value in it, such as bytes.
    """
    try:
        content = _ENCODER.encode(value)
    except (TypeError, OverflowError) as error:
        raise TypeError(f"{_without_json(value, '') or 'body'}: {error}") from error
    if _NOT_FINITE.search(content):
        from ._refusal import refuse_not_finite  # few values need it

        refuse_not_finite(value)
    if _BASE64.search(content):
        from ._refusal import refuse_bytes  # few values need it

        refuse_bytes(value)
    return content


def properties(value: object) -> Iterator[tuple[str, object]]:
    """The properties of a model or a mapping that are set, by their wire names.

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


def _without_json(value: object, place: str) -> str | None:
    """The place in a value that cannot be encoded as JSON; None if there is none."""
    try:
        _ENCODER.encode(value)
    except (TypeError, OverflowError):
        for key, item in _within(value):
            inner = f"{place or 'body'}[{key}]" if isinstance(key, int) else f"{place}.{key}"
            if (found := _without_json(item, inner.lstrip("."))) is not None:
                return found
        return place
    return None


def _within(value: object) -> Iterable[tuple[int | str, object]]:
    if isinstance(value, list | tuple):
        return enumerate(cast("Sequence[object]", value))
    return properties(value) if is_structured(value) else ()


def is_structured(value: object) -> bool:
    """Whether a value is a model, a mapping or a list."""
    return isinstance(value, Struct | Mapping | list | tuple) or open_items(value) is not None


def property_text(name: str, value: object) -> str:
    """Encode a single property: text unchanged, null as nothing, an object or a list as JSON.

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
    elif isinstance(value, list | tuple):
        for item in cast("Sequence[object]", value):
            _refuse_local_times(name, item)
    elif isinstance(value, datetime):
        text(name, value)
