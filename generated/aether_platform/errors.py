"""The exceptions that a call raises.

    APIError
    ├── APIConnectionError              no complete response was received
    │   └── APITimeoutError             a timeout or the deadline passed
    ├── APIResponseError                the body of the response cannot be decoded
    │   └── DriftError                  the response differs, with `on_drift="strict"`
    └── APIStatusError                  the response is not a success
        ├── BadRequestError             400
        ├── UnauthorizedError           401
        ├── ForbiddenError              403
        ├── NotFoundError               404
        ├── ConflictError               409
        ├── UnprocessableEntityError    422
        ├── RateLimitError              429
        └── ServerError                 500 and above

Wrong arguments raise `ValueError` or `TypeError` before anything is sent. A closed client raises
`RuntimeError`.

`from_json` and `from_dict` raise `DecodeError`, a `ValueError`. No call raises it.

Errors can be pickled. The message is one line: the problem, the operation, the method and path, the
number of attempts and the request id. The message contains no credentials, even if the server
repeats them. The attributes contain the response unchanged. The `__cause__` of a connection error
is the exception that httpx2 raised.

A redirect that is not followed raises `APIStatusError`. The client follows redirects of GET and
HEAD only, and none with `follow_redirects=False`.

Tests can create errors: `NotFoundError("no such thing")`, or with attributes as keywords,
`ConflictError(body=..., headers={"retry-after": "5"})`. The default status is that of the class.
`code`, `message` and `details` are taken from the body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Unpack

import httpx2

from ._api import FACTS
from ._runtime._facts import Envelope
from ._runtime._messages import one_line, sentence
from ._runtime._response import request_id
from ._runtime._retry_after import retry_after

if TYPE_CHECKING:
    from ._api import ErrorBody, ErrorDetail
    from ._runtime._drift import Drift
    from ._runtime._response import CallDetails, ResponseDetails


class APIError(Exception):
    """A call failed. The base class of all errors of this package."""

    operation: str
    """The `operationId` in the API's document, such as `updateCluster`."""
    method: str
    """The method of the request, such as `PUT`."""
    path: str
    """The path of the request, relative to the base URL and without the query."""
    attempts: int
    """How many times the client tried to send the request."""

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
        super().__init__(one_line(text))
        self.operation = operation
        self.method = method
        self.path = path
        self.attempts = attempts

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions are unpickled by calling their class with `args`, the message alone.
        return _restored, (type(self), self.args, self.__dict__)


class APIConnectionError(APIError):
    """The client could not connect, or the connection failed before the response was complete.

    The server may have carried out the operation. Repeat it only if it is idempotent (RFC 9110
    section 9.2.2).
    """


class APITimeoutError(APIConnectionError):
    """A timeout or the deadline passed before the response was complete."""


class _ResponseError(APIError):
    """An error with a response."""

    status_code: int
    headers: httpx2.Headers
    """The headers of the response."""
    request_id: str | None
    """The id in the header `x-request-id` or `request-id`, for support; None if there is none."""
    raw: bytes
    """The decompressed body; truncated if it exceeded `max_response_size`."""

    def __init__(
        self,
        text: str = "",
        /,
        *,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        raw: bytes = b"",
        **call: Unpack[CallDetails],
    ) -> None:
        super().__init__(text, **call)
        self.status_code = status_code
        self.headers = httpx2.Headers(headers)
        self.request_id = request_id(self.headers)
        self.raw = raw


class APIResponseError(_ResponseError):
    """The body is incomplete, too large, not of the documented media type, or cannot be decoded."""

    where: str | None
    """The place in the body, a JSONPath such as `$.items[3].id`; None if unknown."""
    expected: str | None
    """The documented type or media type; None if unknown."""
    got: str | None
    """The type or media type that the response has instead; None if unknown."""

    def __init__(
        self,
        text: str = "",
        /,
        *,
        where: str | None = None,
        expected: str | None = None,
        got: str | None = None,
        **details: Unpack[ResponseDetails],
    ) -> None:
        super().__init__(text, **details)
        self.where = where
        self.expected = expected
        self.got = got


class DriftError(APIResponseError):
    """The response differs from the API's document; raised only with `on_drift="strict"`.

    If the status is not a success either, the `__cause__` is the `APIStatusError` that is raised
    without this option.
    """

    drifts: Sequence[Drift]
    """Every difference, at least one."""

    def __init__(
        self, text: str = "", /, *, drifts: Sequence[Drift] = (), **details: Unpack[ResponseDetails]
    ) -> None:
        super().__init__(text, where=drifts[0].where if drifts else None, **details)
        self.drifts = drifts


class APIStatusError(_ResponseError):
    """The status of the response is not a success.

    Statuses without a class of their own raise this class itself.
    """

    body: ErrorBody | str | None
    """The decoded body; its text if it cannot be decoded; None if it is empty."""
    code: str | None
    """The error code in the body; None if there is none."""
    message: str | None
    """The error message in the body; None if there is none."""
    details: Sequence[ErrorDetail]
    """The error details in the body; empty if there are none."""
    retry_after: float | None
    """The seconds to wait, from `Retry-After` or headers like it; None if not given."""
    location: str | None
    """The complete `Location` of a redirect; None if the response is not a redirect.

    The message omits its query, which may contain a signature.
    """

    _usual_status: ClassVar[int] = 400

    def __init__(
        self,
        text: str = "",
        /,
        *,
        body: ErrorBody | str | None = None,
        **details: Unpack[ResponseDetails],
    ) -> None:
        status_code = details.setdefault("status_code", self._usual_status)
        envelope: Envelope[ErrorDetail] = FACTS.errors.of(body)
        given = body if isinstance(body, str) else None
        super().__init__(text or sentence(status_code, envelope, given), **details)
        is_redirect = 300 <= self.status_code < 400
        self.body = body
        self.code = envelope.code
        self.message = envelope.message
        self.details = envelope.details
        self.retry_after = retry_after(self.headers)
        self.location = self.headers.get("location") if is_redirect else None


class BadRequestError(APIStatusError):
    """400: the server rejected the request as malformed."""


class UnauthorizedError(APIStatusError):
    """401: the credentials are missing or invalid."""

    _usual_status = 401


class ForbiddenError(APIStatusError):
    """403: the credentials do not permit the operation."""

    _usual_status = 403


class NotFoundError(APIStatusError):
    """404: the resource does not exist, or the credentials give no access to it."""

    _usual_status = 404


class ConflictError(APIStatusError):
    """409: the request conflicts with the state of the resource. The client never retries it."""

    _usual_status = 409


class UnprocessableEntityError(APIStatusError):
    """422: the request is well formed, but its content is invalid."""

    _usual_status = 422


class RateLimitError(APIStatusError):
    """429: too many requests; `retry_after` is how long to wait, if the server says so."""

    _usual_status = 429


class ServerError(APIStatusError):
    """500 and above: the server failed."""

    _usual_status = 500


class DecodeError(ValueError):
    """JSON cannot be decoded as the type that was passed to `from_json` or `from_dict`."""

    where: str | None
    """The place, a JSONPath such as `$.items[3].id`; None if it is not JSON."""
    expected: str | None
    """The type; None if unknown."""
    got: str | None
    """The type that the value has instead; None if unknown."""

    def __init__(
        self,
        text: str = "",
        /,
        *,
        where: str | None = None,
        expected: str | None = None,
        got: str | None = None,
    ) -> None:
        super().__init__(one_line(text))
        self.where = where
        self.expected = expected
        self.got = got


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
    """The exception class for a status."""
    return _BY_STATUS.get(status_code, ServerError if status_code >= 500 else APIStatusError)


def _restored(kind: type[APIError], args: tuple[Any, ...], state: dict[str, Any]) -> APIError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
