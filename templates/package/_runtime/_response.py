"""A complete response, from which values, errors and raw responses are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

import httpx2
from msgspec import Struct

from ._retry_after import retry_after, should_retry
from ._secret import Credentials


class CallDetails(TypedDict, total=False):
    """The attributes of an error that describe its call."""

    operation: str
    method: str
    path: str
    attempts: int


class ResponseDetails(CallDetails, total=False):
    """The attributes of an error that describe its response and its call."""

    status_code: int
    headers: Mapping[str, str]
    raw: bytes


# A Struct, as are the values of `_retry`: they are made for every attempt, and making a frozen
# dataclass takes ten times as long.
class Response(Struct, frozen=True, kw_only=True):
    """The last response of a call. Its body is read and decompressed."""

    operation: str
    """The operation's id."""
    method: str = ""
    path: str = ""
    """The requested path, without the query, which may contain secrets."""
    address: str = ""
    """The URL of the server that the request was made for."""
    url: httpx2.URL | None = None
    """Where it came from, after redirects; None if nothing was sent. It may contain secrets."""
    attempts: int
    """The number of the attempt that got it, from 1."""
    status_code: int
    headers: httpx2.Headers
    content: bytes
    """The body. It is cut off if it was too large; see `defect`."""
    elapsed: float
    """Seconds from the start of the first attempt to the end of this response."""
    defect: str | None = None
    """Why `content` is not the whole body, if it is not."""
    redirects: int = 0
    """How many redirects led to it."""
    is_elsewhere: bool = False
    """Whether it came from another origin, which got no credentials."""
    credentials: Credentials | None = None
    """The credentials that were sent with the request."""
    note: str = ""
    """Why no further attempt was made, if it could have helped."""

    def shown(self, text: str) -> str:
        """A text from the server for display: credentials in it are hidden.

        Only displayed text is changed. Values that a program receives are unchanged.
        """
        return text if self.credentials is None else self.credentials.hidden_in(text)

    def given(self) -> ResponseDetails:
        """The arguments of an error."""
        return {
            "operation": self.operation,
            "method": self.method,
            "path": self.path,
            "attempts": self.attempts,
            "status_code": self.status_code,
            "headers": self.headers,
            "raw": self.content,
        }

    def __repr__(self) -> str:
        return f"<Response {self.status_code} to {self.operation}>"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """For tracebacks of rich, which show variables: that of a Struct has the body."""
        return [("status_code", self.status_code), ("operation", self.operation)]

    @property
    def is_success(self) -> bool:
        """Whether the status is a success (RFC 9110 section 15.3)."""
        return 200 <= self.status_code < 300

    @property
    def text(self) -> str:
        """The body as text, for display."""
        return self.content.decode("utf-8", "replace")

    @property
    def request_id(self) -> str | None:
        """The id that the server gave the request."""
        return request_id(self.headers)

    @property
    def retry_after(self) -> float | None:
        """The seconds that the server asks to wait."""
        return retry_after(self.headers)

    @property
    def should_retry(self) -> bool | None:
        """Whether to try again, if the server says so."""
        return should_retry(self.headers)


def request_id(headers: httpx2.Headers) -> str | None:
    """The id that the server gave the request."""
    return headers.get("x-request-id") or headers.get("request-id")


def about_call(text: str, operation: str, request: str, *notes: str) -> str:
    """Append the call to a message: `text (getThing: GET /things/1; 3 attempts)`."""
    return f"{text} ({'; '.join([f'{operation}: {request}', *notes])})"


def tried(attempts: int) -> list[str]:
    """The number of attempts, if there was more than one."""
    return [f"{attempts} attempts"] if attempts > 1 else []
