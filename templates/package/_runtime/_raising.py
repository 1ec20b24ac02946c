"""Creates the errors of responses. Credentials are hidden in what a message quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from .._api import FACTS
from ..errors import APIResponseError, APIStatusError, DriftError, error_class, sentence
from ._answer import Answer, about_call, tried
from ._drift import Drift
from ._facts import Envelope

_PLACE = re.compile(r"(?P<what>.*) - at `(?P<where>.*?)`", re.DOTALL)
_TYPES = re.compile(r"(?:.*: )?Expected `(?P<expected>[^`]*)`, got `(?P<got>[^`]*)`", re.DOTALL)
_MALFORMED = "JSON is malformed: "
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
    expected = ", ".join(media_types)
    said = expected.replace("application/json", "JSON")
    if not answer.content:
        text = f"{status} has no body, but {said} is documented"
        return APIResponseError(about(answer, text), expected=expected, **answer.given())
    got = answer.headers.get("content-type", "")
    snippet = answer.shown(answer.text)[:_LONGEST_SNIPPET]
    text = f"{status} is {answer.shown(got)}, not {said}: {snippet}"
    return APIResponseError(about(answer, text), expected=expected, got=got, **answer.given())


class Contradicted(Struct, frozen=True):
    """Why JSON cannot be decoded as a type."""

    text: str
    where: str | None
    """The place, a JSONPath; None if it is not JSON."""
    expected: str | None
    got: str | None


def contradicted(error: Exception) -> Contradicted:
    """What an error of msgspec says."""
    what = str(error)
    if not isinstance(error, msgspec.ValidationError):
        if isinstance(error, RecursionError):
            return Contradicted("is nested too deeply", None, None, None)
        return Contradicted(
            f"is not JSON: {_lower(what.removeprefix(_MALFORMED))}", None, None, None
        )
    where = ""
    while place := _PLACE.fullmatch(what):  # a custom type has a place of its own
        what, where = place["what"], where + place["where"].removeprefix("$")
    types = _TYPES.fullmatch(what)
    shown = f" - at `${where}`" if where else ""
    return Contradicted(
        f"cannot be decoded: {what}{shown}",
        f"${where}",
        types and types["expected"],
        types and types["got"],
    )


def contradiction(answer: Answer, error: Exception) -> APIResponseError:
    """The error of a body that cannot be decoded."""
    found = contradicted(error)
    return APIResponseError(
        about(answer, f"{answer.status_code} {found.text}"),
        where=found.where,
        expected=found.expected,
        got=found.got,
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


def _lower(text: str) -> str:
    """A sentence of msgspec within another one."""
    return text[:1].lower() + text[1:]


def about(answer: Answer, text: str) -> str:
    """A message with the call and the request it is about."""
    notes = tried(answer.attempts)
    if answer.request_id:
        notes.append(f"request id {answer.shown(answer.request_id)}")
    return about_call(text, answer.operation, f"{answer.method} {answer.path}", *notes)
