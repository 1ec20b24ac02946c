"""Creates the errors of responses. Messages do not contain credentials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from .._api import FACTS
from ..errors import APIResponseError, APIStatusError, DriftError, error_class
from ._drift import Drift
from ._facts import Envelope
from ._messages import sentence
from ._response import Response, about_call, tried

_PLACE = re.compile(r"(?P<what>.*) - at `(?P<where>.*?)`", re.DOTALL)
_TYPES = re.compile(r"(?:.*: )?Expected `(?P<expected>[^`]*)`, got `(?P<got>[^`]*)`", re.DOTALL)
_MALFORMED = "JSON is malformed: "
_LONGEST_SNIPPET = 80
_KNOWN_CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


def status_error(response: Response, body: Any) -> APIStatusError:
    """The error of a response that is not a success, with its decoded body if it has one."""
    given = (response.text or None) if body is None else body
    envelope = FACTS.errors.of(given)
    shown: Envelope[object] = Envelope(
        envelope.code and response.shown(envelope.code),
        envelope.message and response.shown(envelope.message),
    )
    text = None if envelope.says_something else response.shown(response.text)
    location = response.headers.get("location")
    location = location and response.shown(location)
    what = sentence(response.status_code, shown, text, location, response.redirects)
    return error_class(response.status_code)(about(response, what), body=given, **response.given())


def incomplete(response: Response, defect: str) -> APIResponseError:
    """The error of an incomplete body."""
    return APIResponseError(about(response, f"{response.status_code} {defect}"), **response.given())


def other_content(response: Response, *media_types: str) -> APIResponseError:
    """The error of a body with an undocumented media type, or of a missing body."""
    status = response.status_code
    expected = ", ".join(media_types)
    documented = expected.replace("application/json", "JSON")
    if not response.content:
        text = f"{status} has no body, but {documented} is documented"
        return APIResponseError(about(response, text), expected=expected, **response.given())
    got = response.headers.get("content-type", "")
    snippet = response.shown(response.text)[:_LONGEST_SNIPPET]
    text = f"{status} is {response.shown(got)}, not {documented}: {snippet}"
    return APIResponseError(about(response, text), expected=expected, got=got, **response.given())


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


def contradiction(response: Response, error: Exception) -> APIResponseError:
    """The error of a body that cannot be decoded."""
    found = contradicted(error)
    coding = response.headers.get("content-encoding", "").strip().lower()
    hint = ""
    if found.where is None and coding not in _KNOWN_CODINGS:
        hint = f"; it has the content coding {response.shown(coding)}, which was not asked for"
    return APIResponseError(
        about(response, f"{response.status_code} {found.text}{hint}"),
        where=found.where,
        expected=found.expected,
        got=found.got,
        **response.given(),
    )


def drift_error(response: Response, drifts: Sequence[Drift]) -> DriftError:
    """The error of a response that differs from the document, in at least one place."""
    first, *others = drifts
    what = f"{first.where}: {first.message} ({first.pointer})"
    more = f", and {len(others)} more" if others else ""
    text = f"{response.status_code} differs from the document: {what}{more}"
    return DriftError(about(response, text), drifts=drifts, **response.given())


def bare(error: Exception) -> Exception:
    """A cause without its traceback: the frames have variables with parts of the response."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def _lower(text: str) -> str:
    """A sentence of msgspec within another one."""
    return text[:1].lower() + text[1:]


def about(response: Response, text: str) -> str:
    """A message with the call and the request it is about."""
    notes = tried(response.attempts)
    if response.note:
        notes.append(response.note)
    if response.request_id:
        notes.append(f"request id {response.shown(response.request_id)}")
    return about_call(text, response.operation, f"{response.method} {response.path}", *notes)
