"""A server's answer, read whole: what errors and raw responses are made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

import httpx2
from msgspec import Struct

from ._retry_after import retry_after
from ._secret import Credentials


class Called(TypedDict, total=False):
    """What every error has of its call."""

    operation: str
    method: str
    path: str
    attempts: int


class Answered(Called, total=False):
    """What an error has of the response that led to it, and of its call."""

    status_code: int
    headers: Mapping[str, str]
    raw: bytes


# A Struct, as are the values of `_retry`: they are made for every attempt, and making a frozen
# dataclass takes ten times as long.
class Answer(Struct, frozen=True, kw_only=True):
    """The last answer to a call, its body decompressed and read."""

    operation: str
    """The operation's id."""
    method: str = ""
    path: str = ""
    """The path that was requested, without its query, which may hold what nobody should read."""
    address: str = ""
    """The URL of the server that the request was made for."""
    attempts: int
    """Which attempt it answered, counted from 1."""
    status_code: int
    headers: httpx2.Headers
    content: bytes
    """The body; cut off where `defect` says that it was too large."""
    elapsed: float
    """Seconds from the first attempt's beginning to the end of this answer."""
    defect: str | None = None
    """Why `content` is not the whole body, if it is not."""
    credentials: Credentials | None = None
    """What was sent with the request."""

    def shown(self, text: str) -> str:
        """What the server says as it may be shown: the credentials are covered if it repeats them.

        Only what is shown is changed. What a program is given is what arrived.
        """
        return text if self.credentials is None else self.credentials.hidden_in(text)

    def given(self) -> Answered:
        """What an error is given."""
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
        return f"<Answer {self.status_code} to {self.operation}>"

    @property
    def is_success(self) -> bool:
        """Whether the status is one of success (RFC 9110 section 15.3)."""
        return 200 <= self.status_code < 300

    @property
    def text(self) -> str:
        """The body as text, for people."""
        return self.content.decode("utf-8", "replace")

    @property
    def request_id(self) -> str | None:
        """The server's name for the request."""
        return request_id(self.headers)

    @property
    def retry_after(self) -> float | None:
        """How many seconds the server asks to wait."""
        return retry_after(self.headers)


def request_id(headers: httpx2.Headers) -> str | None:
    """The server's name for the request that it responds to."""
    return headers.get("x-request-id") or headers.get("request-id")


def about_call(text: str, operation: str, request: str, *notes: str) -> str:
    """A message, and which call it is about: `getThing: GET /things/1; 3 attempts`."""
    return f"{text} ({'; '.join([f'{operation}: {request}', *notes])})"


def tried(attempts: int) -> list[str]:
    """How often a request was sent, if that was more than once."""
    return [f"{attempts} attempts"] if attempts > 1 else []
