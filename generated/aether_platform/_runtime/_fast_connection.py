"""A connection of HTTP/1.1 whose responses httptools parses.

It promises what the connections of httpx2 do with h11, and what `_body` checks of them. Where
llhttp, the parser of httptools, is silent, this module looks: where a response ends, and whether
bytes follow it. No exception has a frame with bytes of a response, which may contain secrets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any, Self, cast

import httpcore2
import httpx2


@dataclass(frozen=True, slots=True)
class Parsing:
    """What this needs of httptools, which not everybody has."""

    parser: Callable[[object], Any]
    errors: tuple[type[Exception], ...]


_PIECE = 65536
_MOST = 102_400
"""Bytes that may arrive without a complete head or a part of the body; h11 has the same limit."""
_TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_HEAD = re.compile(
    _TOKEN + rb" [!-~]+ HTTP/1\.1\r\n(?:" + _TOKEN + rb": [\t -~\x80-\xff]*\r\n)*\r\n"
)
"""The head of a request (RFC 9112 section 2.1)."""
_ENDS_OF_LINES = b"\r\n"
_STATING_LENGTH = frozenset({b"content-length", b"transfer-encoding"})
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
        if request.headers.get("connection", "").lower() == "close":
            incoming.is_reusable = False
        return incoming

    def rest(self) -> None:
        """Wait for the next request."""
        self._idle_since = monotonic()

    def is_usable(self, expiry: float | None) -> bool:
        """Whether another request can be sent: no byte has arrived since, and no end."""
        is_fresh = expiry is None or monotonic() - self._idle_since < expiry
        return is_fresh and not self.stream.get_extra_info("is_readable")

    async def _send(self, request: httpx2.Request) -> None:
        seconds = request.extensions.get("timeout", {}).get("write")
        raw = request.headers.raw
        fields = b"".join([b"%b: %b\r\n" % field for field in raw])
        method, target = request.method.encode("ascii"), request.url.raw_path
        head = b"%b %b HTTP/1.1\r\n%b\r\n" % (method, target, fields)
        if _HEAD.fullmatch(head) is None or head.count(b"\r\n") != len(raw) + 2:
            raise httpx2.LocalProtocolError("the URL or a header has an illegal character")
        write, stream = self.stream.write, request.stream
        if isinstance(stream, httpx2.ByteStream):
            await write(head + b"".join(stream), seconds)
            return
        await write(head, seconds)
        length = request.headers.get("content-length")
        left = None if length is None else int(length)
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
    """A response while it arrives, and the iterator of its body.

    httptools calls the methods that begin with `on_`, also for responses 1XX and for what follows.
    """

    def __init__(
        self, stream: httpcore2.AsyncNetworkStream, request: httpx2.Request, parsing: Parsing
    ) -> None:
        self.status = 0
        self.reason = b""
        self.headers: list[tuple[bytes, bytes]] = []
        self.has_head = self.has_ended = False
        self.is_reusable = True
        """Whether another request may follow on the connection when this response has ended."""
        self._stream = stream
        self._request = request
        self._has_no_body = request.method == "HEAD"
        self._states_length = self._is_chunked = False
        self._parser = parsing.parser(self)
        self._errors = parsing.errors
        self._pieces: list[bytes] = []
        self._since = 0
        self._failure: httpx2.TransportError | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        while not self._pieces:
            if self.has_ended:
                raise StopAsyncIteration
            await self.more()
        pieces, self._pieces = self._pieces, []
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    async def more(self) -> None:
        """Read what arrives next.

        Raises:
            httpx2.TransportError: Nothing arrives, or it is no response.
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
            if not self.has_ended:
                self._failure = httpx2.RemoteProtocolError(str(error))
        if self.has_ended:
            self._look_behind(data)
            self._parser = None  # they refer to each other
        elif self._since > _MOST:
            self._failure = httpx2.RemoteProtocolError("the head of the response is too long")

    def _look_behind(self, data: bytes) -> None:
        """Look for line ends after the response, which llhttp skips without a word."""
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
        """The reason phrase."""
        if not self.has_head:
            self.reason = status

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header, or a trailer, which nobody reads."""
        if not self.has_head:
            self.headers.append((name, value))

    def on_headers_complete(self) -> None:
        """The head of a response is complete."""
        if self.has_head:
            return
        self._since = 0
        status: int = self._parser.get_status_code()
        if 100 <= status < 200 and status != 101:
            self.headers, self.reason = [], b""
            return
        self.status, self.has_head = status, True
        names = {name.lower() for name, _ in self.headers}
        self._states_length = not names.isdisjoint(_STATING_LENGTH)
        self._is_chunked = b"transfer-encoding" in names
        if self._has_no_body or status == 101:
            self._complete()

    def on_body(self, body: bytes) -> None:
        """A part of the body."""
        if self.has_ended:
            self.is_reusable = False
        else:
            self._since = 0
            self._pieces.append(body)

    def on_message_complete(self) -> None:
        """A response has ended."""
        if self.has_head and not self.has_ended:
            self._complete()

    def _complete(self) -> None:
        self.has_ended = True
        if self.status == 101 or not self._parser.should_keep_alive():
            self.is_reusable = False


def _line_ends(data: bytes) -> int:
    """How many characters of line ends stand at the end."""
    return len(data) - len(data.rstrip(_ENDS_OF_LINES))
