"""The body of a response while it is being read."""

from __future__ import annotations

import ssl
from collections.abc import Callable

import httpx2
import msgspec

from ._deadline import DeadlinePassed
from ._decompressed import Broken, codings_of, decompressed


class Body:
    """Gathers a body as it comes from the connection, up to a size and a deadline."""

    def __init__(
        self, response: httpx2.Response, limit: int, remaining: Callable[[], float | None]
    ) -> None:
        """Gather at most `limit` bytes while `remaining` seconds are left."""
        self.content = b""
        """The body, decompressed; there once it is read, and as far as it can be."""
        self.defect: str | None = None
        """Why `content` is not the whole body, if it is not."""
        self._response = response
        self._gathered = bytearray()  # and not a list: a chunk may be a byte, and an object is more
        self._left = limit
        self._limit = limit
        self._remaining = remaining

    @property
    def is_read(self) -> bool:
        """Whether somebody has read the body before us: a hook, or a transport made for tests."""
        return self._response.is_stream_consumed

    def is_full_with(self, chunk: bytes) -> bool:
        """Add a chunk; True if it does not fit, and the rest is not to be read.

        Raises:
            DeadlinePassed: A server that sends a byte now and then keeps every timeout for a
                single read.
        """
        if self._remaining() == 0.0:
            raise DeadlinePassed
        self._gathered += chunk[: self._left]
        if len(chunk) > self._left:
            self.defect = f"is larger than {self._limit} bytes (max_response_size)"
            return True
        self._left -= len(chunk)
        return False

    def ended(self) -> None:
        """Make the content of what was gathered.

        Raises:
            DeadlinePassed: Decompressing takes too long.
        """
        if self.is_read and not self._gathered:
            self.is_full_with(self._response.content)
            self.content = bytes(self._gathered)
            return
        self.content = bytes(self._gathered)
        if "content-encoding" not in self._response.headers:
            return
        codings = codings_of(self._response.headers)
        try:
            self.content = decompressed(self.content, codings, self._limit, self._remaining)
        except Broken as broken:
            self.content = broken.content
            self.defect = self.defect or str(broken)

    def is_whole_despite(self, error: httpx2.HTTPError) -> bool:
        """Whether a body whose TLS connection was cut shows by itself that nothing is missing.

        Many servers end TLS with a mere close. A JSON object or list has an end of its own (RFC
        9112 section 9.8); text has none.
        """
        cause: BaseException | None = error
        while cause is not None and not isinstance(cause, ssl.SSLEOFError):
            cause = cause.__cause__
        content = bytes(self._gathered).strip()
        if cause is None or content[:1] not in {b"{", b"["}:
            return False
        try:
            msgspec.json.decode(content, type=msgspec.Raw)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return False
        return True


def has_leftovers(response: httpx2.Response) -> bool:
    """Whether a connection holds bytes behind the response that was read from it.

    They would be taken for the response to the next request. httpx2 keeps them in its parser (h11)
    and tells nobody, so that we look there. Where we cannot, because a release of httpx2 keeps it
    elsewhere, there may be some.
    """
    if "network_stream" not in response.extensions or response.http_version == "HTTP/2":
        return False
    inner: object = response.stream
    for name in ("_stream", "_httpcore_stream", "_stream", "_connection", "_h11_state"):
        inner = getattr(inner, name, None)
    unread: tuple[bytes, bool] = getattr(inner, "trailing_data", (b"", True))
    return unread != (b"", False)
