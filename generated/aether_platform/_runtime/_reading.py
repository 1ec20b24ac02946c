"""Decodes a response to the value that the call returns, or raises."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from math import isfinite
from typing import Any, TypeAlias, TypeVar, cast

import msgspec
from msgspec import UNSET, Struct

from .._api import FACTS
from ..errors import APIResponseError
from ._charset import text_of
from ._drift import Deviation
from ._operation import Operation, is_json, is_sequence, without_parameters
from ._raising import bare, contradiction, incomplete, other_content, status_error
from ._response import Response

T = TypeVar("T")
Decoded: TypeAlias = tuple[T, Sequence[Deviation]]
"""A value, and the places where the response deviates from the document."""

_BYTES_OR_NONE = bytes | None
"""The type of a body without documented content; None if it is empty."""
_BYTES = (bytes, _BYTES_OR_NONE)

_PLAIN: Mapping[object, str] = {
    int: "a whole number",
    float: "a number",
    int | float: "a number",
    bool: "true or false",
}
"""The types of plain text that is not a text."""

_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)",
    re.DOTALL,
)
"""An escape in JSON: a pair of surrogates, one without the other, or the start of any other."""

UNDECODABLE = (msgspec.MsgspecError, ValueError, RecursionError)
"""The exceptions of msgspec for content that is not JSON or not of the type."""


def succeeded(operation: Operation[T], response: Response) -> Response:
    """Return the response if it is a success.

    Raises:
        APIStatusError: The status is not a success.
    """
    if response.is_success:
        return response
    raise status_error(response, error_body(operation, response))


def read(operation: Operation[T], response: Response, *, strict: bool = False) -> Decoded[T]:
    """Decode a success, leniently if it deviates from the document.

    Returns:
        The value, and the places where it deviates.

    Raises:
        APIResponseError: The body is not JSON, not of the documented kind, or incomplete; with
            `strict`, also if it deviates from the document.
    """
    key = documented(operation.successes, response.status_code)
    # An unknown 2xx status is a success (RFC 9110 section 15), and usually has the content of a
    # documented one.
    kinds = operation.successes.values() if key is None else (operation.successes[key],)
    kind = next(iter(kinds), None)
    if kind is None:
        return cast("T", None), ()
    if response.defect is not None:
        is_file = isinstance(kind, Mapping) and bytes in cast("Mapping[str, object]", kind).values()
        hint = "; `Download` has no maximum" if is_file and "max_resp" in response.defect else ""
        raise incomplete(response, f"{response.defect}{hint}")
    content = content_of(kind, response)
    if content is None:
        return cast("Decoded[T]", _of_another_type(kind, response, strict=strict))
    try:
        return cast("T", _value(operation, content, response)), ()
    except UNDECODABLE as error:
        return cast("Decoded[T]", _bent(content, response, error, strict=strict))


def _of_another_type(kind: object, response: Response, *, strict: bool) -> Decoded[object]:
    """Return a body of an undocumented media type as text or bytes, if either is documented.

    Where only JSON is, the body may be JSON that is called `text/plain`, as some servers do.

    Raises:
        APIResponseError: It is none of these, the body is empty, or the client is strict.
    """
    kinds = (
        cast("Mapping[str, Any]", kind) if isinstance(kind, Mapping) else {"application/json": kind}
    )
    types = {*kinds.values()}
    is_text = _media_type(response).startswith("text/")
    deviation = Deviation(kind="wrong_type", pointer="", where="$", expected=", ".join(kinds))
    if strict or not response.content:
        raise other_content(response, *kinds)
    if types.isdisjoint({bytes, str, Any}):
        for media_type, documented_type in kinds.items():
            with suppress(*UNDECODABLE):
                found = is_json(media_type) and json_leniently(
                    documented_type, json_of(response.content)
                )
                if found:
                    return found[0], (deviation, *found[1])
        raise other_content(response, *kinds)
    as_text = str in types and (is_text or bytes not in types)
    as_text = as_text or (is_text and Any in types and bytes not in types)
    return text_of(response) if as_text else response.content, (deviation,)


def _bent(
    content: Content, response: Response, reason: Exception, *, strict: bool
) -> Decoded[object]:
    """Decode a body leniently after strict decoding failed. Plain text stays what it is."""
    lenient = None
    try:
        if content.is_json:
            lenient = json_leniently(
                content.kind, json_in(response, content.kind, content.media_type)
            )
    except msgspec.ValidationError:
        pass  # a number that no type can hold
    except UNDECODABLE as error:
        reason = error
    if lenient is not None and not (strict and lenient[1]):
        return lenient
    del lenient  # a traceback with the variables of this frame would show the response
    if strict or content.kind not in _PLAIN or not content.media_type.startswith("text/"):
        raise contradiction(response, reason) from bare(reason)
    expected = _PLAIN[content.kind]
    deviation = Deviation(kind="wrong_type", pointer="", where="$", expected=expected)
    return text_of(response), (deviation,)


def json_leniently(kind: Any, content: bytes) -> Decoded[object] | None:
    """Decode JSON as `leniently` does. A half of a surrogate pair becomes U+FFFD, 1e400 a Decimal.

    Servers that cut a text after so many units of UTF-16 send such halves. They are valid JSON (RFC
    8259 section 8.2), but no character, and msgspec refuses them.

    Raises:
        Exception: One of `UNDECODABLE`: it is not JSON, or nested too deeply.
    """
    halves: list[Deviation] = []
    try:
        value = plain(content)
    except msgspec.ValidationError:
        raise  # an integer of thousands of digits
    except msgspec.DecodeError:
        whole = _ESCAPE.sub(_without_half, content)
        if whole == content:
            raise
        value = plain(whole)
        expected = "text without halves of characters"
        halves.append(Deviation(kind="wrong_type", pointer="", where="$", expected=expected))
    found = leniently(kind, value)
    return None if found is None else (found[0], [*halves, *found[1]])


def plain(content: bytes) -> Any:
    """Decode JSON as `json.loads` does, but a number that no float can hold is a Decimal.

    Raises:
        Exception: One of `UNDECODABLE`.
    """
    try:
        return msgspec.json.decode(content)
    except msgspec.ValidationError:  # rarely, because the hook takes time
        return _WITH_LARGE_NUMBERS.decode(content)


def _number(text: str) -> float | Decimal:
    found = float(text)
    return found if isfinite(found) else Decimal(text)


_WITH_LARGE_NUMBERS = msgspec.json.Decoder[Any](float_hook=_number)


def _without_half(escape: re.Match[bytes]) -> bytes:
    return b"\\ufffd" if len(escape[0]) == len(b"\\ud800") else escape[0]


def leniently(kind: Any, value: Any) -> Decoded[object] | None:
    """Decode a JSON value as a type; values of other types are kept unchanged.

    Null for an object without required properties is the empty object.

    Returns:
        The value and its deviations; None if the whole value is of another kind, such as a list for
        an object.

    Raises:
        RecursionError: A recursive union is nested too deeply.
    """
    from ._walk import is_alike, walked  # few calls need it

    if not is_alike(value, kind):
        return None
    found = walked(value, kind)
    return found.value, [
        Deviation(
            kind=one.kind, pointer=one.place.pointer, where=one.place.path, expected=one.expected
        )
        for one in found.differences
        if one.is_bent
    ]


def error_body(operation: Operation[Any], response: Response) -> Any:
    """Decode the body of a response that is not a success; None if that is not possible.

    A body that deviates from the document counts only if it has a code or a message, and one of
    which no property is documented does not.
    """
    key = documented(operation.errors, response.status_code)
    # Most APIs use one shape of error everywhere, also for undocumented statuses.
    kinds = operation.errors.values() if key is None else (operation.errors[key],)
    for kind in kinds:
        if kind is None or not response.content:
            continue
        if (content := content_of(kind, response)) is None:
            continue
        try:
            body = _value(operation, content, response)
            if not _is_empty(body) or b"".join(response.content.split()) == b"{}":
                return body
        except msgspec.ValidationError as error:
            with suppress(APIResponseError):
                body, _ = _bent(content, response, error, strict=False)
                if FACTS.errors.of(body).says_something:
                    return body
        except UNDECODABLE:
            pass
    return None


def _is_empty(body: object) -> bool:
    """Whether a model has none of its properties, as any object can be decoded."""
    return isinstance(body, Struct) and all(
        getattr(body, name) is UNSET for name in body.__struct_fields__
    )


def _value(operation: Operation[Any], content: Content, response: Response) -> Any:
    """Decode the body by its kind of content."""
    if content.is_json:
        return operation.decoder(content.kind).decode(
            json_in(response, content.kind, content.media_type)
        )
    if content.kind is str:
        return text_of(response)
    return response.content or (None if content.kind == _BYTES_OR_NONE else b"")


def json_of(content: bytes) -> bytes:
    """JSON without a byte order mark, which parsers may ignore (RFC 8259 section 8.1)."""
    return content.removeprefix(BOM_UTF8)


def json_in(response: Response, kind: Any, media_type: str | None = None) -> bytes:
    """The JSON body of a response; several values one after another are an array of them.

    `kind` is the documented type.
    """
    if media_type is None:
        media_type = _media_type(response)
    if not is_json(media_type) and is_sequence(media_type):
        from ._sequence import json_array  # few clients have it

        return json_array(media_type, response.content, kind)
    return json_of(response.content)


class Content(Struct, frozen=True):
    """The documented content that a body has."""

    kind: Any
    """The type of JSON; otherwise `str` or `bytes`."""
    is_json: bool
    media_type: str


def content_of(kind: object, response: Response) -> Content | None:
    """The content by its media type; None if that is undocumented, or the body is missing."""
    media_type = _media_type(response)
    if isinstance(kind, Mapping):
        kinds = cast("Mapping[str, object]", kind)
        name = fitting(kinds, media_type, response.headers.get("content-type", ""))
        if name is None:
            return None
        kind = kinds[name]
        if kind in _BYTES or (kind is str and not is_json(name)):
            return Content(kind, is_json=False, media_type=media_type)
        is_named = "*" not in name and response.content
        if is_named or is_sequence(name):  # JSON under any name
            return Content(kind, is_json=True, media_type=media_type)
    if response.content and (is_json(media_type) or not media_type):
        return Content(kind, is_json=True, media_type=media_type)
    return None


def fitting(kinds: Mapping[str, object], media_type: str, actual: str) -> str | None:
    """The documented media type of a response: the same one, else a range, else any JSON.

    A response without a media type has the only documented one. Parameters count if all are equal,
    as in `application/vnd.example+json; version=2`.
    """
    if not media_type:
        return next(iter(kinds)) if len(kinds) == 1 else None
    for name in kinds:
        if _spelled(name) == _spelled(actual):
            return name
    names = {without_parameters(name): name for name in kinds}
    for wanted in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        if wanted in names:
            return names[wanted]
    return next((name for name in kinds if is_json(name)), None) if is_json(media_type) else None


def documented(kinds: Mapping[int | str, object], status_code: int) -> int | str | None:
    """The key of a status in the document: the status, else its class, else the default."""
    if status_code in kinds:
        return status_code
    return next((key for key in (f"{status_code // 100}XX", "default") if key in kinds), None)


def _media_type(response: Response) -> str:
    """The media type of the body in lower case, without parameters; empty if there is none."""
    return without_parameters(response.headers.get("content-type", ""))


def _spelled(media_type: str) -> list[str]:
    """A media type and its parameters, normalized (RFC 9110 section 8.3.1)."""
    return [part.strip().lower().replace('"', "") for part in media_type.split(";")]
