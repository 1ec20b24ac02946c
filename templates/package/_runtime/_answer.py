"""A server's answer, read whole: what errors and raw responses are made from."""

from __future__ import annotations

from http import HTTPStatus

import httpx2
from msgspec import Struct
from msgspec.structs import replace

from ._retry_after import retry_after
from ._secret import Credentials


# A Struct, as are the values of `_retry`: they are made for every attempt, and making a frozen
# dataclass takes ten times as long.
class Answer(Struct, frozen=True, kw_only=True):
    """The last answer to a call, its body decompressed and read."""

    operation: str
    """The operation's id."""
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

    def hidden(self) -> Answer:
        """The same for errors and logs, the credentials covered where the server repeats them."""
        secret = self.credentials
        if secret is None:
            return self
        return replace(
            self,
            headers=httpx2.Headers(
                [(name, secret.hidden_in(value)) for name, value in self.headers.multi_items()],
                encoding=self.headers.encoding,
            ),
            content=secret.hidden_in_bytes(self.content),
        )

    @property
    def is_success(self) -> bool:
        """Whether the status is one of success (RFC 9110 section 15.3)."""
        return 200 <= self.status_code < 300

    @property
    def reason(self) -> str:
        """The standard's name for the status, or nothing; what the server wrote is not repeated."""
        try:
            return HTTPStatus(self.status_code).phrase
        except ValueError:
            return ""

    @property
    def text(self) -> str:
        """The body as text, for people."""
        return self.content.decode("utf-8", "replace")

    @property
    def request_id(self) -> str | None:
        """The server's name for the request."""
        return self.headers.get("x-request-id") or self.headers.get("request-id")

    @property
    def retry_after(self) -> float | None:
        """How many seconds the server asks to wait."""
        return retry_after(self.headers)

    @property
    def location(self) -> str | None:
        """The origin of the place that the answer redirects to, if it is a redirect."""
        if not 300 <= self.status_code < 400:
            return None
        return _origin(self.headers.get("location", ""))


def _origin(location: str) -> str | None:
    """Keep a redirect's scheme and host: its path and query may hold secrets."""
    try:
        url = httpx2.URL(location)
    except httpx2.InvalidURL:
        return None
    return f"{url.scheme}://{url.netloc.decode('ascii')}" if url.host else "the same server"
