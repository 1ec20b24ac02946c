"""From an answer to what the call returns or raises."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar, cast

import msgspec

from ..errors import APIResponseError, APIStatusError, error_class
from ._answer import Answer
from ._operation import Operation

T = TypeVar("T")

_UNDOCUMENTED = object()
_PLACE = re.compile(r"(?P<what>.*) - at `(?P<where>.*)`", re.DOTALL)
_TYPES = re.compile(r"Expected `(?P<expected>.*)`, got `(?P<got>.*)`", re.DOTALL)
_LONGEST_SNIPPET = 80
_UNDECODABLE = (msgspec.MsgspecError, ValueError, RecursionError)


def succeeded(operation: Operation[T], answer: Answer) -> Answer:
    """Let a success through.

    Raises:
        APIStatusError: The status is another.
    """
    if 200 <= answer.status_code < 300:
        return answer
    raise _status_error(operation, answer.hidden())


def read(operation: Operation[T], answer: Answer) -> T:
    """Decode a success.

    Raises:
        APIResponseError: The body is not what the document promises.
    """
    kind = _documented(operation.answers, answer.status_code)
    if kind is _UNDOCUMENTED:
        # Any 2xx is a success to who does not know it (RFC 9110 section 15), so its content may
        # well be the documented one.
        kind = next(iter(operation.answers.values()), None)
    if kind is None:
        return cast("T", None)
    if answer.defect is None and answer.content and _is_json(answer):
        try:
            return cast("T", operation.decoder(kind).decode(answer.content))
        except _UNDECODABLE as error:
            raise _contradiction(error, answer.hidden()) from error
    raise _not_json(answer.hidden())


def _status_error(operation: Operation[T], answer: Answer) -> APIStatusError:
    """Make the error of an answer that is no success; a body that cannot be decoded stays raw."""
    documented = _documented(operation.errors, answer.status_code)
    # APIs answer with one shape of error throughout, also with statuses they do not document.
    kinds = operation.errors.values() if documented is _UNDOCUMENTED else (documented,)
    body = None
    for kind in dict.fromkeys(kinds):
        if kind is not None and answer.content and _is_json(answer):
            try:
                body = operation.decoder(kind).decode(answer.content)
            except _UNDECODABLE:
                continue
            break
    return error_class(answer.status_code)(answer, body)


def _not_json(answer: Answer) -> APIResponseError:
    if answer.defect is not None:
        return APIResponseError(answer.defect, answer)
    if not answer.content:
        return APIResponseError("has no body where one is documented", answer)
    got = answer.headers.get("content-type", "")
    return APIResponseError(
        f"is {got}, not JSON: {answer.text[:_LONGEST_SNIPPET]}",
        answer,
        expected="application/json",
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


def _documented(kinds: Mapping[int | str, object], status_code: int) -> object:
    """What the document has for a status: exactly, else for its class, else by default."""
    for key in (status_code, f"{status_code // 100}XX", "default"):
        if key in kinds:
            return kinds[key]
    return _UNDOCUMENTED


def _is_json(answer: Answer) -> bool:
    """Whether the body says it is JSON (RFC 6839 section 3.1); one that says nothing may be."""
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return media_type in {"", "application/json"} or media_type.endswith(("+json", "/json"))
