"""The body of a response while it is being read."""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator, Callable
from typing import cast

import httpx2
import msgspec

from ._deadline import DeadlinePassed
from ._decompressed import Broken, codings_of, decompressed
from ._operation import is_json

_LENGTHS = ("content-length", "transfer-encoding")
"""The headers that say where a body ends."""


class Body:
    """Collects a body from the connection, up to a maximum size and a deadline."""

    def __init__(
        self, response: httpx2.Response, limit: int, remaining: Callable[[], float | None]
    ) -> None:
        """Collect at most `limit` bytes until `remaining` returns 0."""
        self.content = b""
        """The decompressed body, as far as it could be read. Empty before `ended`."""
        self.defect: str | None = None
        """Why `content` is incomplete, if it is."""
        self._response = response
        self._gathered = bytearray()  # a list of chunks of one byte would take far more memory
        self._left = limit
        self._limit = limit
        self._remaining = remaining

    @property
    def is_read(self) -> bool:
        """Whether a hook or a test transport has already read the body."""
        return self._response.is_stream_consumed

    def is_full_with(self, chunk: bytes) -> bool:
        """Add a chunk; True if it exceeds the limit, and the rest must not be read.

        Raises:
            DeadlinePassed: The deadline passed. A server that sends single bytes does not exceed
                the timeout of any read.
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
        """Decompress the collected data to `content`.

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
        """Whether a body is complete although its TLS connection was cut.

        Many servers close without ending TLS. The end of a JSON object or list is evident (RFC 9112
        section 9.8); that of text or of JSON Lines is not. A length that was stated must be there.
        """
        headers = self._response.headers
        said = headers.get("content-type") or "application/json"  # which a success is read as
        if not (headers.keys().isdisjoint(_LENGTHS) and is_json(said)):
            return False
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


def read(response: httpx2.Response, body: Body) -> None:
    """Read a body to its end, or to the limit of its size.

    Not with `iter_raw`, which would close the response, and so give the connection to other calls.

    Raises:
        httpx2.HTTPError: The connection broke before the body was complete.
        DeadlinePassed: The deadline passed.
    """
    try:
        # No variable has a chunk, which would be shown with the traceback of an error.
        if any(map(body.is_full_with, cast("httpx2.SyncByteStream", response.stream))):
            return
    except httpx2.HTTPError as error:
        if not body.is_whole_despite(error):
            raise
    if has_leftovers(response):
        response.extensions["network_stream"].close()


async def async_read(response: httpx2.Response, body: Body) -> None:
    """Read a body as `read` does."""
    chunks = aiter(cast("httpx2.AsyncByteStream", response.stream))
    try:
        while not body.is_full_with(await anext(chunks)):
            pass
    except StopAsyncIteration:
        pass
    except httpx2.HTTPError as error:
        if not body.is_whole_despite(error):
            raise
    else:
        return
    finally:
        if isinstance(chunks, AsyncGenerator):
            await chunks.aclose()
    if has_leftovers(response):
        await response.extensions["network_stream"].aclose()


def has_leftovers(response: httpx2.Response) -> bool:
    """Whether a connection has bytes left after the response that was read from it.

    They would be read as the response to the next request. httpx2 keeps them in its parser (h11)
    and has no interface for them, so this looks there. True if a release of httpx2 keeps them
    elsewhere.
    """
    extensions = response.extensions
    if (
        "network_stream" not in extensions
        or "is_framed" in extensions
        or response.http_version == "HTTP/2"
    ):
        return False
    inner: object = response.stream
    for name in ("_stream", "_httpcore_stream", "_stream", "_connection", "_h11_state"):
        inner = getattr(inner, name, None)
    unread: tuple[bytes, bool] = getattr(inner, "trailing_data", (b"", True))
    return unread != (b"", False)
