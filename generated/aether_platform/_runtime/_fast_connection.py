"""A connection of HTTP/1.1 whose responses httptools parses.

It keeps the guarantees of httpx2's connections and the checks of `_body`. llhttp, the parser of
httptools, does not report where a response ends and whether bytes follow it, so this module
checks both. No exception has a frame with bytes of a response, which may contain secrets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, cast

import httpcore2
import httpx2
from msgspec import Struct

from ._fast_request import head, length


class Parsing(Struct, frozen=True):
    """The parser of httptools and its errors, passed in because httptools is optional."""

    parser: Callable[[object], Any]
    errors: tuple[type[Exception], ...]


_PIECE = 65536
_MOST = 102_400
"""Bytes that may arrive without a complete head or a part of the body; h11 has the same limit."""
_ENDS_OF_LINES = b"\r\n"
_AS_HTTPX2: Mapping[type[Exception], type[httpx2.TransportError]] = {
    httpcore2.ConnectError: httpx2.ConnectError,
    httpcore2.ConnectTimeout: httpx2.ConnectTimeout,
    httpcore2.ReadError: httpx2.ReadError,
    httpcore2.ReadTimeout: httpx2.ReadTimeout,
    httpcore2.WriteTimeout: httpx2.WriteTimeout,
}
NETWORK_ERRORS = tuple(_AS_HTTPX2)


def as_httpx2(error: Exception) -> httpx2.TransportError:
    """The exception of httpx2 for one of `NETWORK_ERRORS`."""
    return _AS_HTTPX2[type(error)](str(error))


class FastConnection:
    """A connection to one origin, for one request at a time."""

    def __init__(
        self, stream: httpcore2.AsyncNetworkStream, origin: object, parsing: Parsing
    ) -> None:
        self.stream = stream
        self.origin = origin
        self._parsing = parsing
        self._idle_since = 0.0

    async def exchange(self, request: httpx2.Request) -> Incoming:
        """Send a request, and return its response when its head has arrived.

        Raises:
            httpx2.TransportError: There is no response, or the request cannot be sent.
        """
        incoming = Incoming(self.stream, request, self._parsing)
        try:
            await self._send(request)
        except httpcore2.WriteError:  # the server may have responded before it stopped reading
            incoming.is_reusable = False
        except NETWORK_ERRORS as error:
            raise as_httpx2(error) from error
        while not incoming.has_head:
            await incoming.more()
        if "close" in request.headers.get("connection", "").lower():
            incoming.is_reusable = False
        return incoming

    def rest(self) -> None:
        """Wait for the next request."""
        self._idle_since = monotonic()

    def has_expired(self, expiry: float | None) -> bool:
        """Whether it has been idle for that many seconds."""
        return expiry is not None and monotonic() - self._idle_since >= expiry

    def is_usable(self) -> bool:
        """Whether another request can be sent: the server has neither sent a byte nor closed."""
        return not self.stream.get_extra_info("is_readable")

    async def _send(self, request: httpx2.Request) -> None:
        seconds = request.extensions.get("timeout", {}).get("write")
        write, stream, left = self.stream.write, request.stream, length(request)
        if isinstance(stream, httpx2.ByteStream) and left is not None:
            body = b"".join(stream)
            if len(body) != left:
                raise httpx2.LocalProtocolError("the body is not as long as its Content-Length")
            if left <= _PIECE:
                await write(head(request) + body, seconds)
                return
        await write(head(request), seconds)
        async for piece in cast("httpx2.AsyncByteStream", stream):
            if left is None:
                await write(b"%x\r\n%b\r\n" % (len(piece), piece) if piece else b"", seconds)
                continue
            left -= len(piece)
            if left < 0:
                raise httpx2.LocalProtocolError("the body is longer than its Content-Length")
            await write(piece, seconds)
        if left:
            raise httpx2.LocalProtocolError("the body is shorter than its Content-Length")
        if left is None:
            await write(b"0\r\n\r\n", seconds)


class Incoming:
    """A response while it arrives.

    httptools calls the methods that begin with `on_`, also for responses 1XX and for what follows.
    """

    def __init__(
        self, stream: httpcore2.AsyncNetworkStream, request: httpx2.Request, parsing: Parsing
    ) -> None:
        self.status = 0
        self.version = b""
        self.reason = b""
        self.headers: list[tuple[bytes, bytes]] = []
        self.has_head = self.has_ended = False
        self.is_reusable = True
        """Whether another request may follow on the connection when this response has ended."""
        self._stream = stream
        self._request = request
        self._has_no_body = request.method == "HEAD"
        self._states_length = self._is_chunked = False
        self._parser: Any = parsing.parser(self)
        self._errors = parsing.errors
        self._pieces: list[bytes] = []
        self._since = 0
        self._failure: httpx2.TransportError | None = None

    async def has_more(self) -> bool:
        """Wait for a part of the body, for `taken`; False when the body has ended."""
        while not self._pieces:
            if self.has_ended:
                return False
            await self.more()
        return True

    def taken(self) -> bytes:
        """What has arrived of the body since the last time."""
        pieces, self._pieces = self._pieces, []
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    async def more(self) -> None:
        """Read the next data.

        Raises:
            httpx2.TransportError: Nothing arrives, or it is not a response.
        """
        if self._failure is None:
            self._feed(await self._read())
        if self._failure is not None and not self._pieces:
            raise self._failure

    async def _read(self) -> bytes:
        seconds = self._request.extensions.get("timeout", {}).get("read")  # a stream changes it
        try:
            return await self._stream.read(_PIECE, seconds)
        except NETWORK_ERRORS as error:
            raise as_httpx2(error) from error

    def _feed(self, data: bytes) -> None:
        if not data:
            self._end()
            return
        self._since += len(data)
        try:
            self._parser.feed_data(data)
        except self._errors as error:  # their texts are constants
            self.is_reusable = False
            if not self.has_ended and self._failure is None:
                self._failure = httpx2.RemoteProtocolError(str(error))
        if self.has_ended:
            self._look_behind(data)
            self._parser = None  # they refer to each other
        elif self._since > _MOST:
            self._failure = httpx2.RemoteProtocolError("the head of the response is too long")

    def _look_behind(self, data: bytes) -> None:
        """Look for line ends after the response, which llhttp skips silently."""
        last = b"\r\n\r\n" if self._is_chunked or not self._pieces else self._pieces[-1]
        if _line_ends(data) != _line_ends(last):
            self.is_reusable = False

    def _end(self) -> None:
        self.is_reusable = False
        if self.has_head and not self._states_length:
            self.has_ended = True
        elif self.has_head:
            self._failure = httpx2.RemoteProtocolError(
                "the server closed the connection before the response was complete"
            )
        else:
            self._failure = httpx2.RemoteProtocolError("the server closed without a response")

    def on_message_begin(self) -> None:
        """Another response begins, perhaps after a response 1XX."""
        if self.has_ended:
            self.is_reusable = False

    def on_status(self, status: bytes) -> None:
        """A part of the reason phrase, which may arrive in several reads."""
        if not self.has_head:
            self.reason += status

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header. Trailers are ignored."""
        if not self.has_head:
            self.headers.append((name, value.rstrip(b" \t")))  # llhttp keeps it

    def on_headers_complete(self) -> None:
        """The head of a response is complete."""
        if self.has_head:
            return
        self._since = 0
        status: int = self._parser.get_status_code()
        if status < 100 or b"\0" in self.reason:
            self._failure = httpx2.RemoteProtocolError("illegal status line")
            return
        if status == 101:
            self._failure = httpx2.RemoteProtocolError("the server switched to another protocol")
            return
        if 100 <= status < 200:
            self.headers, self.reason = [], b""
            return
        names = [name.lower() for name, _ in self.headers]
        self._is_chunked = b"transfer-encoding" in names
        if self._is_chunked:
            coding = self.headers[names.index(b"transfer-encoding")][1]
            if names.count(b"transfer-encoding") > 1 or coding.lower() != b"chunked":
                self._failure = httpx2.RemoteProtocolError("the Transfer-Encoding is not chunked")
                return
        self._states_length = self._is_chunked or b"content-length" in names
        self.status, self.has_head = status, True
        self.version = b"HTTP/" + self._parser.get_http_version().encode("ascii")
        if self._has_no_body:
            self._complete()

    def on_body(self, body: bytes) -> None:
        """A part of the body."""
        if self.has_ended:
            self.is_reusable = False
        elif self.has_head:
            self._since = 0
            self._pieces.append(body)

    def on_message_complete(self) -> None:
        """A response has ended."""
        if self.has_head and not self.has_ended:
            self._complete()

    def _complete(self) -> None:
        self.has_ended = True
        if not self._parser.should_keep_alive():
            self.is_reusable = False


def _line_ends(data: bytes) -> int:
    """How many characters of line ends stand at the end."""
    return len(data) - len(data.rstrip(_ENDS_OF_LINES))
