"""Creates the errors of responses. Credentials are hidden in what a message quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from .._api import FACTS
from ..errors import APIResponseError, APIStatusError, DriftError, error_class, sentence
from ._answer import Answer, about_call, tried
from ._drift import Drift
from ._facts import Envelope

_PLACE = re.compile(r"(?P<what>.*) - at `(?P<where>.*)`", re.DOTALL)
_TYPES = re.compile(r"Expected `(?P<expected>.*)`, got `(?P<got>.*)`", re.DOTALL)
_LONGEST_SNIPPET = 80


def status_error(answer: Answer, body: Any) -> APIStatusError:
    """The error of a response that is not a success, with its decoded body if it has one."""
    given = (answer.text or None) if body is None else body
    said = FACTS.errors.of(given)
    shown: Envelope[object] = Envelope(
        said.code and answer.shown(said.code), said.message and answer.shown(said.message)
    )
    text = answer.shown(answer.text) if body is None else None
    location = answer.headers.get("location")
    return error_class(answer.status_code)(
        about(
            answer, sentence(answer.status_code, shown, text, location and answer.shown(location))
        ),
        body=given,
        **answer.given(),
    )


def incomplete(answer: Answer, defect: str) -> APIResponseError:
    """The error of an incomplete body."""
    return APIResponseError(about(answer, f"{answer.status_code} {defect}"), **answer.given())


def other_content(answer: Answer, *media_types: str) -> APIResponseError:
    """The error of a body with an undocumented media type, or of a missing body."""
    status = answer.status_code
    if not answer.content:
        text = f"{status} has no body, but the document requires one"
        return APIResponseError(about(answer, text), **answer.given())
    got = answer.headers.get("content-type", "")
    expected = ", ".join(media_types)
    said = expected.replace("application/json", "JSON")
    snippet = answer.shown(answer.text)[:_LONGEST_SNIPPET]
    text = f"{status} is {answer.shown(got)}, not {said}: {snippet}"
    return APIResponseError(about(answer, text), expected=expected, got=got, **answer.given())


def contradiction(answer: Answer, error: Exception) -> APIResponseError:
    """The error of a body that cannot be decoded."""
    what, where = str(error), None
    if place := _PLACE.fullmatch(what):
        what, where = place["what"], place["where"]
    elif isinstance(error, msgspec.ValidationError):
        where = "$"  # which msgspec does not say
    types = _TYPES.fullmatch(what)
    return APIResponseError(
        about(answer, f"{answer.status_code} cannot be decoded: {error}"),
        where=where,
        expected=types and types["expected"],
        got=types and types["got"],
        **answer.given(),
    )


def drift_error(answer: Answer, drifts: Sequence[Drift]) -> DriftError:
    """The error of a response that differs from the document, in at least one place."""
    first, *others = drifts
    what = f"{first.where}: {first.message} ({first.pointer})"
    more = f", and {len(others)} more" if others else ""
    text = f"{answer.status_code} differs from the document: {what}{more}"
    return DriftError(about(answer, text), drifts=drifts, **answer.given())


def bare(error: Exception) -> Exception:
    """A cause without its traceback: the frames have variables with parts of the response."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def about(answer: Answer, text: str) -> str:
    """A message with the call and the request it is about."""
    notes = tried(answer.attempts)
    if answer.request_id:
        notes.append(f"request id {answer.shown(answer.request_id)}")
    return about_call(text, answer.operation, f"{answer.method} {answer.path}", *notes)
