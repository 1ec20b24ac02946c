"""What a call raises when it does not return.

    APIError
    ├── APIConnectionError              no complete response came
    │   └── APITimeoutError             not in time
    ├── APIResponseError                a response that contradicts the API's document
    │   └── DriftError                  in any way: only with `on_drift="strict"`
    └── APIStatusError                  a response that is not a success
        ├── BadRequestError             400
        ├── UnauthorizedError           401
        ├── ForbiddenError              403
        ├── NotFoundError               404
        ├── ConflictError               409
        ├── UnprocessableEntityError    422
        ├── RateLimitError              429
        └── ServerError                 500 and above

Wrong arguments are `ValueError` or `TypeError`, raised before anything is sent; a client that was
closed raises `RuntimeError`. Every error pickles, and prints in one line: what went wrong, then the
operation, method and path, the attempts and the request's id. The line shows no credentials, also
where the server repeats them; the attributes have what arrived. What httpx2 raised is the
`__cause__`. Redirects that are not followed are `APIStatusError`: those of other methods than GET
and HEAD, and any with `follow_redirects=False`.

Tests can make errors: `NotFoundError("no such thing")`, and with any of the attributes by name,
`ConflictError(body=..., headers={"retry-after": "5"})`. The status is that of the class, unless it
is given; `code`, `message` and `details` are those of the body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

import httpx2

from ._api import FACTS
from ._runtime._answer import request_id
from ._runtime._facts import Envelope
from ._runtime._retry_after import retry_after

if TYPE_CHECKING:
    from ._api import ErrorBody, ErrorDetail
    from ._runtime._answer import Answered, Called
    from ._runtime._drift import Drift

_LONGEST_LINE = 1000
_LONGEST_SNIPPET = 200


class APIError(Exception):
    """Any failure of a call. All other errors of this package derive from it."""

    operation: str
    """The operation's id in the API's document, such as `updateCluster`."""
    method: str
    """The method of the request, such as `PUT`."""
    path: str
    """The path of the request, below the base URL and without a query."""
    attempts: int
    """How many times the request was sent, or tried to be sent."""

    def __init__(
        self,
        text: str = "",
        /,
        *,
        operation: str = "",
        method: str = "",
        path: str = "",
        attempts: int = 1,
    ) -> None:
        super().__init__(_one_line(text))
        self.operation = operation
        self.method = method
        self.path = path
        self.attempts = attempts

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are unpickled by calling their class with `args`, the message alone.
        return _restored, (type(self), self.args, self.__dict__)


class APIConnectionError(APIError):
    """The server could not be reached, or the connection broke before the whole response was there.

    Unless the operation is one that may be repeated (RFC 9110 section 9.2.2), nobody knows whether
    the server has carried it out.
    """


class APITimeoutError(APIConnectionError):
    """A timeout or the call's deadline passed before the whole response was there."""


class _AnsweredError(APIError):
    """What errors with a response have in common."""

    status_code: int
    headers: httpx2.Headers
    """The headers of the response."""
    request_id: str | None
    """The server's name for this request, to quote when asking for help."""
    raw: bytes
    """The body as it came, decompressed; cut off where it was too large."""

    def __init__(
        self,
        text: str = "",
        /,
        *,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        raw: bytes = b"",
        **call: Unpack[Called],
    ) -> None:
        super().__init__(text, **call)
        self.status_code = status_code
        self.headers = httpx2.Headers(headers)
        self.request_id = request_id(self.headers)
        self.raw = raw


class APIResponseError(_AnsweredError):
    """The response contradicts the API's document: not JSON, another shape, too large."""

    where: str | None
    """The place in the response, such as `$.items[3].id`, if it is one place."""
    expected: str | None
    """What the document has there."""
    got: str | None
    """What the response has there."""

    def __init__(
        self,
        text: str = "",
        /,
        *,
        where: str | None = None,
        expected: str | None = None,
        got: str | None = None,
        **answered: Unpack[Answered],
    ) -> None:
        super().__init__(text, **answered)
        self.where = where
        self.expected = expected
        self.got = got


class DriftError(APIResponseError):
    """With `on_drift="strict"`: the response differs from the API's document.

    Where it is not a success either, the `APIStatusError` that others get is the `__cause__`.
    """

    drifts: Sequence[Drift]
    """Every difference, at least one."""

    def __init__(
        self, text: str = "", /, *, drifts: Sequence[Drift] = (), **answered: Unpack[Answered]
    ) -> None:
        super().__init__(text, where=drifts[0].where if drifts else None, **answered)
        self.drifts = drifts


class APIStatusError(_AnsweredError):
    """The server responded with a status that is not a success.

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
    location: str | None
    """Where a redirect leads, whole and as the server has it; None if it is none.

    The message leaves its query out, which may hold a signature.
    """

    _usual_status: ClassVar[int] = 400

    def __init__(
        self,
        text: str = "",
        /,
        *,
        body: ErrorBody | str | None = None,
        **answered: Unpack[Answered],
    ) -> None:
        status_code = answered.setdefault("status_code", self._usual_status)
        said: Envelope[ErrorDetail] = FACTS.errors.of(body)
        given = body if isinstance(body, str) else None
        super().__init__(text or sentence(status_code, said, given), **answered)
        is_redirect = 300 <= self.status_code < 400
        self.body = body
        self.code = said.code
        self.message = said.message
        self.details = said.details
        self.retry_after = retry_after(self.headers)
        self.location = self.headers.get("location") if is_redirect else None


class BadRequestError(APIStatusError):
    """400: the server cannot make sense of the request."""


class UnauthorizedError(APIStatusError):
    """401: the credentials are missing or not valid."""

    _usual_status = 401


class ForbiddenError(APIStatusError):
    """403: the credentials do not allow this."""

    _usual_status = 403


class NotFoundError(APIStatusError):
    """404: there is no such thing, or it is not shown to these credentials."""

    _usual_status = 404


class ConflictError(APIStatusError):
    """409: the request contradicts the current state; it is never repeated by itself."""

    _usual_status = 409


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed, its content is not acceptable."""

    _usual_status = 422


class RateLimitError(APIStatusError):
    """429: too many requests; `retry_after` says how long to wait, if the server said so."""

    _usual_status = 429


class ServerError(APIStatusError):
    """500 and above: the server failed."""

    _usual_status = 500


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


def sentence(
    status_code: int, said: Envelope[object], text: str | None, location: str | None = None
) -> str:
    """What a response that is no success says: its code and message, else its text.

    Args:
        status_code: Its status.
        said: Its code and message, if it has them.
        text: Its body, if it is not decoded.
        location: Where it leads, if it is a redirect.
    """
    if said.code or said.message:
        parts = [part for part in (said.code, said.message) if part]
        return f"{status_code} {': '.join(parts)}"
    status = f"{status_code} {_reason(status_code)}".rstrip()
    if 300 <= status_code < 400 and location:
        place, query, _ = location.partition("?")  # which may hold a signature
        return f"{status}: this redirect to {place}{query and '?...'} is not followed"
    return f"{status}: {text[:_LONGEST_SNIPPET]}" if text else status


def _reason(status_code: int) -> str:
    """The standard's name for a status, or nothing; what the server wrote is not repeated."""
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return ""


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
