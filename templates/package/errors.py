"""What a call raises when it does not return.

    APIError
    ├── APIConnectionError              no complete answer came
    │   └── APITimeoutError             not in time
    ├── APIResponseError                an answer that contradicts the API's document
    │   └── DriftError                  in any way: only with `on_drift="strict"`
    └── APIStatusError                  an answer that is not a success
        ├── BadRequestError             400
        ├── UnauthorizedError           401
        ├── ForbiddenError              403
        ├── NotFoundError               404
        ├── ConflictError               409
        ├── UnprocessableEntityError    422
        ├── RateLimitError              429
        └── ServerError                 500 and above

Wrong arguments are `ValueError` or `TypeError`, raised before anything is sent; a client that was
closed raises `RuntimeError`. Every error prints in one line, pickles, and shows no credentials;
what httpx2 raised is its `__cause__`. Redirects that are not followed are `APIStatusError`: those
of other methods than GET and HEAD, and any with `follow_redirects=False`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import httpx2

from ._api import FACTS
from ._runtime._facts import Envelope

if TYPE_CHECKING:
    from ._api import ErrorBody, ErrorDetail
    from ._runtime._answer import Answer
    from ._runtime._drift import Drift

_LONGEST_LINE = 500
_LONGEST_SNIPPET = 200


class APIError(Exception):
    """Any failure of a call. All other errors of this package derive from it."""

    operation: str
    """The operation's id in the API's document, such as `updateCluster`."""
    attempts: int
    """How many times the request was sent, or tried to be sent."""

    def __init__(self, message: str, *, operation: str = "", attempts: int = 1) -> None:
        super().__init__(_one_line(message))
        self.operation = operation
        self.attempts = attempts

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are unpickled by calling their class with `args`, the message alone.
        return _restored, (type(self), self.args, self.__dict__)


class APIConnectionError(APIError):
    """The server could not be reached, or the connection broke before the whole answer was there.

    Unless the operation is one that may be repeated (RFC 9110 section 9.2.2), nobody knows whether
    the server has carried it out.
    """


class APITimeoutError(APIConnectionError):
    """A timeout or the call's deadline passed before the whole answer was there."""


class _AnsweredError(APIError):
    """What errors with an answer have in common."""

    status_code: int
    headers: httpx2.Headers
    """The headers of the answer."""
    request_id: str | None
    """The server's name for this request, to quote when asking for help."""
    raw: bytes
    """The body as it came, decompressed; cut off where it was too large."""

    def __init__(self, message: str, answer: Answer) -> None:
        notes = [f"request id {answer.request_id}"] if answer.request_id else []
        if answer.attempts > 1:
            notes.append(f"{answer.attempts} attempts")
        noted = f"{_one_line(message)} ({', '.join(notes)})" if notes else message
        super().__init__(noted, operation=answer.operation, attempts=answer.attempts)
        self.status_code = answer.status_code
        self.headers = answer.headers
        self.request_id = answer.request_id
        self.raw = answer.content


class APIResponseError(_AnsweredError):
    """The answer contradicts the API's document: not JSON, another shape, too large."""

    where: str | None
    """The place in the answer, such as `$.items[3].id`, if it is one place."""
    expected: str | None
    """What the document has there."""
    got: str | None
    """What the answer has there."""

    def __init__(
        self,
        message: str,
        answer: Answer,
        *,
        where: str | None = None,
        expected: str | None = None,
        got: str | None = None,
    ) -> None:
        super().__init__(f"{answer.status_code} {message}", answer)
        self.where = where
        self.expected = expected
        self.got = got


class DriftError(APIResponseError):
    """With `on_drift="strict"`: the answer differs from the API's document.

    Where it is not a success either, the `APIStatusError` that others get is the `__cause__`.
    """

    drifts: Sequence[Drift]
    """Every difference, at least one."""

    def __init__(self, drifts: Sequence[Drift], answer: Answer) -> None:
        first, *others = drifts
        what = f"{first.where}: {first.message} ({first.pointer})"
        more = f", and {len(others)} more" if others else ""
        super().__init__(f"differs from the document: {what}{more}", answer, where=first.where)
        self.drifts = drifts


class APIStatusError(_AnsweredError):
    """The server answered with a status that is not a success.

    Statuses without a class of their own raise this one.
    """

    body: ErrorBody | str | None
    """The body, decoded where it has a documented shape; else its text; None if there is none."""
    code: str | None
    """The error's code, if the body has one."""
    message: str | None
    """The error's message, if the body has one."""
    details: Sequence[ErrorDetail]
    """The error's details; empty if the body has none."""
    retry_after: float | None
    """How many seconds the server asked to wait, if it did (RFC 9110 section 10.2.3)."""

    def __init__(self, answer: Answer, body: ErrorBody | None = None) -> None:
        said: Envelope[ErrorDetail] = FACTS.errors.of(body)
        text = None if body is not None else answer.text or None
        super().__init__(_sentence(answer, said, text), answer)
        self.body = text if body is None else body
        self.code = said.code
        self.message = said.message
        self.details = said.details
        self.retry_after = answer.retry_after


class BadRequestError(APIStatusError):
    """400: the server cannot make sense of the request."""


class UnauthorizedError(APIStatusError):
    """401: the credentials are missing or not valid."""


class ForbiddenError(APIStatusError):
    """403: the credentials do not allow this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing, or it is not shown to these credentials."""


class ConflictError(APIStatusError):
    """409: the request contradicts the current state; it is never repeated by itself."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed, its content is not acceptable."""


class RateLimitError(APIStatusError):
    """429: too many requests; `retry_after` says how long to wait, if the server said so."""


class ServerError(APIStatusError):
    """500 and above: the server failed."""


_BY_STATUS: Mapping[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def error_class(status_code: int) -> type[APIStatusError]:
    """Choose the class that stands for a status."""
    return _BY_STATUS.get(status_code, ServerError if status_code >= 500 else APIStatusError)


def _sentence(answer: Answer, said: Envelope[object], text: str | None) -> str:
    if said.code or said.message:
        parts = [part for part in (said.code, said.message) if part]
        return f"{answer.status_code} {': '.join(parts)}"
    status = f"{answer.status_code} {answer.reason}".rstrip()
    if answer.location is not None:
        return f"{status}: this redirect to {answer.location} is not followed"
    return f"{status}: {text[:_LONGEST_SNIPPET]}" if text else status


def _one_line(text: str) -> str:
    """Escape what could break a line or command a terminal, and keep the line short."""
    if len(text) > _LONGEST_LINE:
        text = f"{text[: _LONGEST_LINE - 3]}..."
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else repr(character)[1:-1] for character in text
    )


def _restored(kind: type[APIError], args: tuple[Any, ...], state: dict[str, Any]) -> APIError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
