"""The failures of an attempt, and their meaning."""

from __future__ import annotations

import ssl
from typing import Any, TypeAlias

import httpx2

from ..errors import APIConnectionError, APITimeoutError
from ._deadline import DeadlinePassed
from ._operation import Request
from ._pool import SetupError
from ._response import about_call, tried
from ._retry import Failure, Outcome

Failed: TypeAlias = httpx2.HTTPError | TimeoutError | SetupError
"""Why an attempt has no response."""

BROKEN = (
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpx2.StreamError,
    SetupError,
    OSError,
    EOFError,
    UnicodeError,
)
"""What an attempt may raise: what httpx2 documents, and what gets past it.

That is mostly TLS, and headers that are not ASCII. `TimeoutError` is an `OSError`.
"""

_NEVER_SENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,  # the tunnel to the server was not built
)
_SAYS_NOTHING = frozenset({"", "All connection attempts failed"})
"""The texts of anyio. What caused them says more."""
_HOPELESS = (httpx2.LocalProtocolError, httpx2.UnsupportedProtocol, SetupError)


def failed(error: Exception) -> Failed:
    """The failure of an attempt, from the exception that it raised (see `BROKEN`)."""
    if isinstance(error, httpx2.HTTPError | TimeoutError | SetupError):
        return error
    failure = httpx2.NetworkError(f"{type(error).__name__}: {error}")
    failure.__cause__ = error
    return failure


def outcome_of(error: Failed) -> Outcome:
    """What a failure means for a retry."""
    if isinstance(error, _HOPELESS) or _is_distrust(error):
        return Failure.FATAL
    if isinstance(error, _NEVER_SENT):
        return Failure.NOT_SENT
    if isinstance(error, (httpx2.TimeoutException, TimeoutError)):
        return Failure.TIMED_OUT
    return Failure.INTERRUPTED


def _is_distrust(error: BaseException | None) -> bool:
    """Whether a server's certificate was not accepted."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def may_pass(error: APIConnectionError) -> bool:
    """Whether the same request may get a response later."""
    cause = error.__cause__
    return not isinstance(cause, Failed) or outcome_of(cause) is not Failure.FATAL


def timed_out(error: httpx2.TimeoutException | TimeoutError) -> str:
    """What took too long."""
    match error:
        case httpx2.ConnectTimeout():
            return "connecting"
        case httpx2.PoolTimeout():
            return "waiting for a free connection"
        case httpx2.WriteTimeout():
            return "sending"
        case _:
            return "waiting for the response"


def described(
    error: Failed, deadline: tuple[float | None, float | None] | None
) -> tuple[str, bool]:
    """What went wrong, in words, and whether time ran out.

    Args:
        error: The last failure.
        deadline: The seconds that the call had and those that are left, if they are why it ends.
    """
    what, is_timeout = _said(error), False
    if isinstance(error, httpx2.TimeoutException | TimeoutError):
        what, is_timeout = f"{timed_out(error)} timed out", True
    if deadline is None:
        return what, is_timeout
    whole, left = deadline
    if left == 0.0 or isinstance(error, DeadlinePassed):
        return f"the deadline of {whole:g} s passed", True
    return f"{what}; the deadline of {whole:g} s leaves no time to try again", is_timeout


def _said(error: BaseException) -> str:
    """The message of a failure, or of its cause."""
    cause: BaseException | None = error
    while cause is not None and str(cause) in _SAYS_NOTHING:
        cause = cause.__cause__ or cause.__context__
    what = type(error).__name__ if cause is None else str(cause)
    return f"the proxy says {what}" if isinstance(error, httpx2.ProxyError) else what


def connection_error(
    error: Failed,
    request: Request[Any],
    attempts: int,
    deadline: tuple[float | None, float | None] | None,
    note: str,
) -> APIConnectionError:
    """The error of a call without a complete response.

    Args:
        error: The last failure.
        request: The request of the call.
        attempts: How many there were.
        deadline: As in `described`.
        note: Why no further attempt was made, if it could have helped.
    """
    what, is_timeout = described(error, deadline)
    operation, path = request.operation, request.path
    notes = [*tried(attempts), *filter(None, [note])]
    return (APITimeoutError if is_timeout else APIConnectionError)(
        about_call(what, operation.id, f"{operation.method} {path}", *notes),
        operation=operation.id,
        method=operation.method,
        path=path,
        attempts=attempts,
    )
