"""From an answer to what the call returns or raises."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar, cast

import msgspec

from .._api import FACTS
from ..errors import APIResponseError
from ._answer import Answer
from ._charset import encoding_of
from ._drift import Deviation
from ._operation import Operation, is_json
from ._raising import bare, contradiction, incomplete, other_content, status_error

T = TypeVar("T")
Decoded: TypeAlias = tuple[T, Sequence[Deviation]]
"""A value, and where the response is not as documented."""

_BYTES_OR_NONE = bytes | None
"""A body of which the document says nothing; None if it is empty."""
_BYTES = (bytes, _BYTES_OR_NONE)

UNDECODABLE = (msgspec.MsgspecError, ValueError, RecursionError)
"""What msgspec raises for content that is not JSON, or not of the type."""


def succeeded(operation: Operation[T], answer: Answer) -> Answer:
    """Let a success through.

    Raises:
        APIStatusError: The status is another.
    """
    if answer.is_success:
        return answer
    raise status_error(answer, error_body(operation, answer))


def read(operation: Operation[T], answer: Answer, *, strict: bool = False) -> Decoded[T]:
    """Decode a success, leniently where it is not quite what the document promises.

    Returns:
        The value, and where it is not as documented.

    Raises:
        APIResponseError: The body is no JSON, of another kind than documented, or cut off; with
            `strict`, also where it is not as documented.
    """
    key = documented(operation.answers, answer.status_code)
    # Any 2xx is a success to who does not know it (RFC 9110 section 15), so its content may well be
    # that of another.
    kinds = operation.answers.values() if key is None else (operation.answers[key],)
    kind = next(iter(kinds), None)
    if kind is None:
        return cast("T", None), ()
    if answer.defect is not None:
        raise incomplete(answer, answer.defect)
    content = content_of(kind, answer)
    if content is None:
        return cast("Decoded[T]", _of_another_type(kind, answer, strict=strict))
    try:
        return cast("T", _value(operation, content, answer)), ()
    except msgspec.ValidationError as error:
        return cast("Decoded[T]", _bent(content, answer, error, strict=strict))
    except UNDECODABLE as error:
        raise contradiction(answer, error) from bare(error)


def _of_another_type(kind: object, answer: Answer, *, strict: bool) -> Decoded[object]:
    """Give a body of a media type that is not documented as text or bytes, where one is documented.

    Raises:
        APIResponseError: Neither is, there is no body, or the client is strict.
    """
    kinds = (
        cast("Mapping[str, Any]", kind) if isinstance(kind, Mapping) else {"application/json": kind}
    )
    types = {*kinds.values()}
    is_text = _media_type(answer).startswith("text/")
    if strict or not answer.content or types.isdisjoint({bytes, str, Any}):
        raise other_content(answer, *kinds)
    as_text = str in types and (is_text or bytes not in types)
    as_text = as_text or (is_text and Any in types and bytes not in types)
    deviation = Deviation(kind="wrong_type", pointer="", where="$", expected=", ".join(kinds))
    return _text(answer) if as_text else answer.content, (deviation,)


def _bent(
    content: Content, answer: Answer, reason: msgspec.ValidationError, *, strict: bool
) -> Decoded[object]:
    """Read a body leniently that did not decode for a reason."""
    lenient = None
    try:
        lenient = leniently(content.kind, msgspec.json.decode(json_of(answer)))
    except msgspec.ValidationError:
        pass  # a number that no type can hold
    except UNDECODABLE as error:
        raise contradiction(answer, error) from bare(error)
    if lenient is None or (strict and lenient[1]):
        raise contradiction(answer, reason) from bare(reason)
    return lenient


def leniently(kind: Any, value: Any) -> Decoded[object] | None:
    """Read a value of JSON as a type; what is not of the type is kept as it came.

    Null for an object of which nothing is required is that object without anything.

    Returns:
        The value and where it deviates; None if the whole is of another kind, as a list is for an
        object.

    Raises:
        RecursionError: A union that contains itself is deeper than Python can read.
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


def error_body(operation: Operation[Any], answer: Answer) -> Any:
    """Decode the body of a response that is no success; None where that cannot be done.

    Where it is not as documented, it is read leniently if it says what is wrong even so.
    """
    key = documented(operation.errors, answer.status_code)
    # APIs answer with one shape of error throughout, also with statuses they do not document.
    kinds = operation.errors.values() if key is None else (operation.errors[key],)
    for kind in kinds:
        if kind is None or not answer.content:
            continue
        if (content := content_of(kind, answer)) is None:
            continue
        try:
            return _value(operation, content, answer)
        except msgspec.ValidationError as error:
            with suppress(APIResponseError):
                body, _ = _bent(content, answer, error, strict=False)
                if FACTS.errors.of(body).says_something:
                    return body
        except UNDECODABLE:
            pass
    return None


def _value(operation: Operation[Any], content: Content, answer: Answer) -> Any:
    """Decode the body as what it is."""
    if content.is_json:
        return operation.decoder(content.kind).decode(json_of(answer))
    if content.kind is str:
        return _text(answer)
    return answer.content or (None if content.kind == _BYTES_OR_NONE else b"")


def json_of(answer: Answer) -> bytes:
    """A body of JSON, without a byte order mark: readers may ignore it (RFC 8259 section 8.1)."""
    return answer.content.removeprefix(BOM_UTF8)


@dataclass(frozen=True, slots=True)
class Content:
    """What the body of an answer is, of what is documented for its status."""

    kind: Any
    """The type of the JSON; else `str` or `bytes`."""
    is_json: bool


def content_of(kind: object, answer: Answer) -> Content | None:
    """What a body is, by its media type; None if that is not documented, or no body is there."""
    media_type = _media_type(answer)
    if isinstance(kind, Mapping):
        kinds = cast("Mapping[str, object]", kind)
        name = _fitting(kinds, media_type, answer.headers.get("content-type", ""))
        if name is None:
            return None
        kind = kinds[name]
        if kind in _BYTES or (kind is str and not is_json(name)):
            return Content(kind, is_json=False)
        if answer.content and "*" not in name:  # JSON, whatever it is called
            return Content(kind, is_json=True)
    if answer.content and (is_json(media_type) or not media_type):
        return Content(kind, is_json=True)
    return None


def _fitting(kinds: Mapping[str, object], media_type: str, said: str) -> str | None:
    """The documented media type that an answer is of: the same, else a range, else any JSON.

    An answer that does not say what it is may be the only one that is documented. Parameters count
    where they are the same, as in `application/vnd.example+json; version=2`.
    """
    if not media_type:
        return next(iter(kinds)) if len(kinds) == 1 else None
    for name in kinds:
        if _spelled(name) == _spelled(said):
            return name
    names = {name.partition(";")[0].strip().lower(): name for name in kinds}
    for wanted in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        if wanted in names:
            return names[wanted]
    return next((name for name in kinds if is_json(name)), None) if is_json(media_type) else None


def documented(kinds: Mapping[int | str, object], status_code: int) -> int | str | None:
    """The key under which a status is documented: its own, else its class, else the default."""
    for key in (status_code, f"{status_code // 100}XX", "default"):
        if key in kinds:
            return key
    return None


def _media_type(answer: Answer) -> str:
    """What the body says that it is, in lower case, without parameters; it may say nothing."""
    return answer.headers.get("content-type", "").partition(";")[0].strip().lower()


def _spelled(media_type: str) -> list[str]:
    """A media type and its parameters, in one spelling (RFC 9110 section 8.3.1)."""
    return [part.strip().lower().replace('"', "") for part in media_type.split(";")]


def _text(answer: Answer) -> str:
    """Decode a text in the encoding that it says it has (RFC 9110 section 8.3.2), else in UTF-8."""
    encoding = encoding_of(answer.headers.get("content-type", ""))
    try:
        return answer.content.decode(encoding, "replace")
    except (LookupError, UnicodeError):  # no encoding, or one of no text, such as `hex`
        return answer.content.decode("utf-8", "replace")
