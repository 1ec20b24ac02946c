"""The network backend of async clients, which wraps that of httpx2 for asyncio.

In addition to that one: a name lookup does not block the end of a call, a TLS connection that was
cut is an error, a response that arrives before the request is sent is kept, and connections of
another event loop, or of the parent of a forked process, are not used.
"""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
from collections.abc import Awaitable, Callable, Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, ClassVar, TypeAlias, cast

import httpcore2

from ._address import looked_up, written_in_numbers
from ._deadline import async_aside, seconds_left
from ._early import MOST, PIECE, is_refusal

_Attempt: TypeAlias = Callable[[], Awaitable[httpcore2.AsyncNetworkStream]]

_RAISED = (OSError, ValueError, RuntimeError)
"""Exceptions of asyncio and TLS. `ValueError` is for an impossible host name or port,
`RuntimeError` for a transport that is closing."""
_PIECE = 4 * PIECE
"""Bytes that are written at once. The server is heard meanwhile, and no progress in the time for
writing means that not even these were sent."""
_HEAD_START = 0.25
"""Seconds before the next address is tried too (RFC 8305 section 5)."""


class AsyncWire(httpcore2.AsyncNetworkBackend):
    """Opens the connections of one pool of httpx2."""

    def __init__(self) -> None:
        self._inner = cast("httpcore2.AsyncNetworkBackend", httpcore2.AnyIOBackend())
        self._closed = False

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to the first address of a host that accepts."""

        def connected(where: str) -> Awaitable[httpcore2.AsyncNetworkStream]:
            return self._inner.connect_tcp(where, port, None, local_address, socket_options)

        with _mapped(httpcore2.ConnectTimeout, httpcore2.ConnectError):
            async with asyncio.timeout(timeout):
                found = written_in_numbers(host, port)
                found = found or await async_aside(partial(looked_up, host, port))
                addresses = list(dict.fromkeys(str(where[0]) for _, where in found))
                stream = await _first([partial(connected, one) for one in addresses])
        return await self._kept(stream)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect to a server on this machine."""
        with _mapped(httpcore2.ConnectTimeout, httpcore2.ConnectError):
            stream = await self._inner.connect_unix_socket(path, timeout, socket_options)
        return await self._kept(stream)

    async def sleep(self, seconds: float) -> None:
        """Wait between two attempts to connect."""
        await asyncio.sleep(seconds)

    def close(self) -> None:
        """Open no more connections."""
        self._closed = True

    async def _kept(self, stream: httpcore2.AsyncNetworkStream) -> AsyncStream:
        if self._closed:
            await stream.aclose()
            raise httpcore2.ConnectError("the client is closed")
        return AsyncStream(stream)


class AsyncStream(httpcore2.AsyncNetworkStream):
    """One connection, with or without TLS."""

    ends_in_time: ClassVar = True
    """Whether each read ends when its timeout does (see `Until`)."""

    def __init__(self, inner: httpcore2.AsyncNetworkStream) -> None:
        self._inner = inner
        self._home = (os.getpid(), asyncio.get_running_loop())
        self._early = b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read available bytes, or wait for some; empty if the server has closed."""
        if self._early:
            early, self._early = self._early[:max_bytes], self._early[max_bytes:]
            return early
        left = seconds_left(timeout, httpcore2.ReadTimeout)
        try:  # a context manager would slow every call down
            received = await self._inner.read(max_bytes, left)
        except _RAISED as error:
            raise _as_httpx2(error, httpcore2.ReadTimeout, httpcore2.ReadError) from error
        if not received:
            _refuse_cut(self._inner.get_extra_info("ssl_object"))
        return received

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write everything, unless the server refuses the request before that."""
        if not buffer:  # httpx2 writes an empty buffer at the end of a request
            return
        try:
            if len(buffer) <= PIECE:
                await self._inner.write(buffer, timeout)
            else:
                await self._write_listening(buffer, timeout)
        except _RAISED as error:
            raise _as_httpx2(error, httpcore2.WriteTimeout, httpcore2.WriteError) from error

    async def aclose(self) -> None:
        """Close the connection, unless it belongs to another event loop or process."""
        if self._is_here():
            with suppress(OSError):
                await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Switch to TLS."""
        with _mapped(httpcore2.ConnectTimeout, httpcore2.ConnectError):
            try:
                inner = await self._inner.start_tls(ssl_context, server_hostname, timeout)
            except BaseException:  # httpx2 leaves it open if the call is cancelled
                await self.aclose()
                raise
            return AsyncStream(inner)

    def get_extra_info(self, info: str) -> object:
        """A property of the connection. httpx2 does not reuse an idle one that is readable."""
        if info == "is_readable" and (
            not self._is_here() or self._early or _holds_back(self._inner)
        ):
            return True
        return self._inner.get_extra_info(info)

    def _is_here(self) -> bool:
        return self._home == (os.getpid(), asyncio.get_running_loop())

    async def _write_listening(self, buffer: bytes, timeout: float | None) -> None:
        """Send piece by piece. Keep the data that the server sends meanwhile.

        Raises:
            WriteError: The server refuses the request.
        """
        spare = _duplicate(self._inner.get_extra_info("socket"))
        sender = asyncio.ensure_future(self._write_pieces(buffer, timeout))
        listener: asyncio.Future[bytes] = asyncio.ensure_future(self._inner.read(PIECE))
        listening = True
        try:
            while not sender.done():
                awaited: set[asyncio.Future[Any]] = {sender, listener} if listening else {sender}
                await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
                if listening and listener.done():
                    heard = b"" if listener.exception() else listener.result()
                    self._early += heard
                    if is_refusal(self._early):
                        raise httpcore2.WriteError("the server did not read the whole request")
                    listening = bool(heard) and len(self._early) < MOST
                    if listening:
                        listener = asyncio.ensure_future(self._inner.read(PIECE))
            await sender
        finally:
            sender.cancel()
            listener.cancel()
            _, last = await asyncio.gather(sender, listener, return_exceptions=True)
            if listening and isinstance(last, bytes):  # it arrived at the last moment
                self._early += last
            # asyncio closes a connection that it cannot write to, and discards unread bytes.
            if spare is not None:
                if sender.done() and not sender.cancelled() and sender.exception():
                    self._early += _left_in(spare, self._inner)
                spare.close()

    async def _write_pieces(self, buffer: bytes, timeout: float | None) -> None:
        for start in range(0, len(buffer), _PIECE):
            await self._inner.write(buffer[start : start + _PIECE], timeout)


async def _first(attempts: Sequence[_Attempt]) -> httpcore2.AsyncNetworkStream:
    """The stream of the first attempt that succeeds. Each has a head start before the next.

    Raises:
        Exception: All attempts failed; this is the last failure.
    """
    if len(attempts) == 1:
        return await attempts[0]()
    waiting = list(reversed(attempts))
    running: set[asyncio.Future[httpcore2.AsyncNetworkStream]] = set()
    failure: BaseException = httpcore2.ConnectError("the host has no address")
    try:
        while waiting or running:
            if waiting:
                running.add(asyncio.ensure_future(waiting.pop()()))
            done, _ = await asyncio.wait(
                running,
                timeout=_HEAD_START if waiting else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for one in done:
                running.remove(one)
                if (error := one.exception()) is None:
                    return one.result()
                failure = error
    finally:
        for one in running:
            one.cancel()
        for late in await asyncio.gather(*running, return_exceptions=True):
            if isinstance(late, httpcore2.AsyncNetworkStream):
                await late.aclose()
    raise failure


def _duplicate(one: object) -> socket.socket | None:
    """Another handle of the same connection, on systems that have them."""
    fileno: Callable[[], int] | None = getattr(one, "fileno", None)
    if os.name != "posix" or fileno is None:
        return None
    duplicate = socket.socket(fileno=os.dup(fileno()))
    duplicate.settimeout(0.0)
    return duplicate


def _left_in(connection: socket.socket, stream: httpcore2.AsyncNetworkStream) -> bytes:
    """The unread bytes that the server sent before it stopped reading."""
    tls = stream.get_extra_info("ssl_object")
    incoming = getattr(getattr(stream, "_stream", None), "_read_bio", None)
    read = b""
    with suppress(OSError):
        while more := connection.recv(PIECE):
            read += more
    if isinstance(tls, ssl.SSLObject) and isinstance(incoming, ssl.MemoryBIO):
        read, records = b"", read
        with suppress(OSError):  # the MemoryBIO has ended, or there are no more records
            incoming.write(records)
            while more := tls.read(PIECE):
                read += more
    return read


def _holds_back(stream: object) -> bool:
    """Whether httpx2's stream for asyncio has buffered unread bytes.

    It has no interface for them, so this looks where anyio keeps them. True if a release of anyio
    keeps them elsewhere.
    """
    inner = getattr(stream, "_stream", None)
    while isinstance(unread := getattr(inner, "_read_bio", None), ssl.MemoryBIO):
        if unread.pending:
            return True
        inner = getattr(inner, "transport_stream", None)  # TLS to a proxy may be TLS too
    return bool(getattr(getattr(inner, "_protocol", None), "read_queue", True))


def _refuse_cut(tls: object) -> None:
    """Distinguish the end of TLS from a cut connection (RFC 8446 section 6.1).

    Raises:
        ReadError: The connection was cut, so the response may be incomplete.
    """
    if isinstance(tls, ssl.SSLObject):
        try:
            tls.read(1)
        except ssl.SSLZeroReturnError:
            return
        except ssl.SSLError as error:
            raise httpcore2.ReadError(f"the connection was cut: {error}") from error


@contextmanager
def _mapped(timeout: type[Exception], failure: type[Exception]) -> Generator[None]:
    """Convert exceptions of asyncio and TLS to those of httpx2."""
    try:
        yield
    except _RAISED as error:
        raise _as_httpx2(error, timeout, failure) from error


def _as_httpx2(error: Exception, timeout: type[Exception], failure: type[Exception]) -> Exception:
    """The corresponding exception of httpx2."""
    if isinstance(error, TimeoutError):
        return timeout(str(error) or "timed out")
    return failure(str(error) or type(error).__name__)
