"""From an answer to what the call returns or raises."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import msgspec

from ..errors import APIResponseError, APIStatusError, error_class
from ._answer import Answer
from ._charset import encoding_of
from ._operation import Operation, is_json

T = TypeVar("T")

_PLACE = re.compile(r"(?P<what>.*) - at `(?P<where>.*)`", re.DOTALL)
_TYPES = re.compile(r"Expected `(?P<expected>.*)`, got `(?P<got>.*)`", re.DOTALL)
_LONGEST_SNIPPET = 80

UNDECODABLE = (msgspec.MsgspecError, ValueError, RecursionError)
"""What msgspec raises for content that is not JSON, or not of the type."""


def succeeded(operation: Operation[T], answer: Answer) -> Answer:
    """Let a success through.

    Raises:
        APIStatusError: The status is another.
    """
    if answer.is_success:
        return answer
    raise status_error(operation, answer.hidden())


def read(operation: Operation[T], answer: Answer) -> T:
    """Decode a success.

    Raises:
        APIResponseError: The body is not what the document promises.
    """
    key = documented(operation.answers, answer.status_code)
    # Any 2xx is a success to who does not know it (RFC 9110 section 15), so its content may well be
    # that of another.
    kinds = operation.answers.values() if key is None else (operation.answers[key],)
    kind = next(iter(kinds), None)
    if kind is None:
        return cast("T", None)
    if answer.defect is not None:
        raise APIResponseError(answer.defect, answer.hidden())
    try:
        return cast("T", decoded(operation, kind, answer))
    except UNDECODABLE as error:
        raise _contradiction(error, answer.hidden()) from error


def decoded(operation: Operation[Any], kind: object, answer: Answer) -> Any:
    """Decode the body by what it says that it is.

    Raises:
        APIResponseError: It is of a media type that is not documented, or there is none.
    """
    content = content_of(kind, answer)
    if content is None:
        kinds = (
            cast("Mapping[str, object]", kind)
            if isinstance(kind, Mapping)
            else ("application/json",)
        )
        raise _other_content(answer.hidden(), *kinds)
    if content.is_json:
        return operation.decoder(content.kind).decode(answer.content)
    return answer.content if content.kind is bytes else _text(answer)


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
        if kind is bytes or (kind is str and not is_json(name)):
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


def status_error(operation: Operation[T], answer: Answer) -> APIStatusError:
    """Make the error of an answer that is no success; a body that cannot be decoded stays raw."""
    key = documented(operation.errors, answer.status_code)
    # APIs answer with one shape of error throughout, also with statuses they do not document.
    kinds = operation.errors.values() if key is None else (operation.errors[key],)
    body = None
    for kind in kinds:
        if kind is not None and answer.content:
            try:
                body = decoded(operation, kind, answer)
            except (APIResponseError, *UNDECODABLE):
                continue
            break
    return error_class(answer.status_code)(answer, body)


def _other_content(answer: Answer, *media_types: str) -> APIResponseError:
    if not answer.content:
        return APIResponseError("has no body where one is documented", answer)
    got = answer.headers.get("content-type", "")
    expected = ", ".join(media_types)
    said = expected.replace("application/json", "JSON")
    return APIResponseError(
        f"is {got}, not {said}: {answer.text[:_LONGEST_SNIPPET]}",
        answer,
        expected=expected,
        got=got,
    )


def _contradiction(error: Exception, answer: Answer) -> APIResponseError:
    what, where = str(error), None
    if place := _PLACE.fullmatch(what):
        what, where = place["what"], place["where"]
    types = _TYPES.fullmatch(what)
    return APIResponseError(
        f"cannot be decoded: {error}",
        answer,
        where=where,
        expected=types and types["expected"],
        got=types and types["got"],
    )


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
