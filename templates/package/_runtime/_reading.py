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
    if answer.defect is None and answer.content and is_json(answer):
        try:
            return cast("T", operation.decoder(kind).decode(answer.content))
        except UNDECODABLE as error:
            raise _contradiction(error, answer.hidden()) from error
    raise _not_json(answer.hidden())


def status_error(operation: Operation[T], answer: Answer) -> APIStatusError:
    """Make the error of an answer that is no success; a body that cannot be decoded stays raw."""
    key = documented(operation.errors, answer.status_code)
    # APIs answer with one shape of error throughout, also with statuses they do not document.
    kinds = operation.errors.values() if key is None else (operation.errors[key],)
    body = None
    for kind in dict.fromkeys(kinds):
        if kind is not None and answer.content and is_json(answer):
            try:
                body = operation.decoder(kind).decode(answer.content)
            except UNDECODABLE:
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


def documented(kinds: Mapping[int | str, object], status_code: int) -> int | str | None:
    """The key under which a status is documented: its own, else its class, else the default."""
    for key in (status_code, f"{status_code // 100}XX", "default"):
        if key in kinds:
            return key
    return None


def is_json(answer: Answer) -> bool:
    """Whether the body says it is JSON (RFC 6839 section 3.1); one that says nothing may be."""
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return media_type in {"", "application/json"} or media_type.endswith(("+json", "/json"))
