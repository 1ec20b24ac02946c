"""The network backend of sync clients, which httpx2 uses instead of its own.

In addition to that one: no operation outlasts the deadline of its call, a TLS connection that was
cut is an error, a response that arrives before the request is sent is kept, a forked process does
not use the connections of its parent, and closing wakes waiting threads.
"""

from __future__ import annotations

import os
import socket
import ssl
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from functools import partial
from typing import ClassVar, cast
from weakref import WeakValueDictionary

import httpcore2

from ._address import Address, looked_up, written_in_numbers
from ._deadline import aside, seconds_left
from ._early import MOST, PIECE, is_refusal
from ._readiness import ready
from ._tunnel import NestedTLS

_UNIX = getattr(socket, "AF_UNIX", socket.AF_UNSPEC)  # Windows has none, and refuses the fallback


class Wire(httpcore2.NetworkBackend):
    """Opens the connections of one pool of httpx2."""

    def __init__(self) -> None:
        self._closed = False
        self._sockets: WeakValueDictionary[int, socket.socket] = WeakValueDictionary()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of a host that accepts."""
        failure: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in _resolved(host, port, timeout):
            try:
                return self._connected(address, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to a server on this machine."""
        return self._connected((_UNIX, path), timeout, None, socket_options)

    def wake(self) -> None:
        """Shut the connections down, so that threads that wait for them continue."""
        for reference in self._sockets.valuerefs():  # other threads may add some
            if (one := reference()) is not None:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Shut the connections down, and open no more."""
        self._closed = True
        self.wake()

    def keep(self, connected: socket.socket) -> Stream:
        """Register a connection, and return its stream."""
        self._sockets[id(connected)] = connected
        return Stream(connected, self)

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise httpcore2.ConnectError("the client is closed")

    def _connected(
        self,
        address: Address,
        timeout: float | None,
        local_address: str | None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None,
    ) -> Stream:
        family, where = address
        with _mapped(httpcore2.ConnectTimeout, httpcore2.ConnectError):
            opened = socket.socket(family, socket.SOCK_STREAM)
            try:
                self._sockets[id(opened)] = opened
                self._refuse_if_closed()
                opened.settimeout(seconds_left(timeout, httpcore2.ConnectTimeout))
                for option in socket_options or ():
                    opened.setsockopt(*cast("tuple[int, int, int]", option))
                if local_address is not None:
                    opened.bind((local_address, 0))
                opened.connect(where)
                if family != _UNIX:
                    opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except BaseException:
                opened.close()
                raise
        return self.keep(opened)


class Stream(httpcore2.NetworkStream):
    """One connection, with or without TLS."""

    ends_in_time: ClassVar = True
    """Whether each read ends when its timeout does (see `Until`)."""

    def __init__(self, connected: socket.socket, wire: Wire) -> None:
        self._socket = connected
        self._wire = wire
        self._process = os.getpid()
        self._early = b""

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read available bytes, or wait for some; empty if the server has closed."""
        if self._early:
            early, self._early = self._early[:max_bytes], self._early[max_bytes:]
            return early
        left = seconds_left(timeout, httpcore2.ReadTimeout)
        try:  # a context manager would slow every call down
            self._socket.settimeout(left)
            return self._socket.recv(max_bytes)
        except (OSError, ValueError) as error:
            raise _as_httpx2(error, httpcore2.ReadTimeout, httpcore2.ReadError) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write everything, unless the server refuses the request before that."""
        rest = memoryview(buffer)
        try:
            while rest:
                if len(buffer) > PIECE:
                    self._listen(timeout)
                self._socket.settimeout(seconds_left(timeout, httpcore2.WriteTimeout))
                rest = rest[self._socket.send(rest[:PIECE]) :]
        except (OSError, ValueError) as error:
            raise _as_httpx2(error, httpcore2.WriteTimeout, httpcore2.WriteError) from error

    def close(self) -> None:
        """Close the connection; in a forked process, only its own handle."""
        self._socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Switch to TLS."""
        try:
            with _mapped(httpcore2.ConnectTimeout, httpcore2.ConnectError):
                if isinstance(self._socket, ssl.SSLSocket):  # TLS to a proxy
                    return NestedTLS(self, ssl_context, server_hostname, timeout)
                self._socket.settimeout(seconds_left(timeout, httpcore2.ConnectTimeout))
                secured = ssl_context.wrap_socket(
                    self._socket, server_hostname=server_hostname, suppress_ragged_eofs=False
                )
        except BaseException:
            self.close()
            raise
        return self._wire.keep(secured)

    def get_extra_info(self, info: str) -> object:
        """A property of the connection. httpx2 does not reuse an idle one that is readable."""
        match info:
            case "is_readable":
                return (
                    self._process != os.getpid()
                    or bool(self._early)
                    or (isinstance(self._socket, ssl.SSLSocket) and self._socket.pending() > 0)
                    or ready(self._socket, 0.0)[0]
                )
            case "ssl_object":
                return self._socket if isinstance(self._socket, ssl.SSLSocket) else None
            case "socket":
                return self._socket
            case "client_addr":
                return self._socket.getsockname()
            case "server_addr":
                return self._socket.getpeername()
            case _:
                return None

    def _listen(self, timeout: float | None) -> None:
        """Wait until more can be sent. Keep the data that the server sends meanwhile.

        Raises:
            WriteError: The server refuses the request.
        """
        room = False
        while not room:
            left = seconds_left(timeout, httpcore2.WriteTimeout)
            readable, room = ready(self._socket, left, read=len(self._early) < MOST, write=True)
            if readable:
                self._socket.settimeout(0.0)
                with suppress(BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
                    heard = self._socket.recv(PIECE)
                    self._early += heard
                    if not heard or is_refusal(self._early):
                        raise httpcore2.WriteError("the server did not read the whole request")
            elif not room:
                raise httpcore2.WriteTimeout("timed out")


def _resolved(host: str, port: int, timeout: float | None) -> list[Address]:
    left = seconds_left(timeout, httpcore2.ConnectTimeout)
    with _mapped(httpcore2.ConnectTimeout, httpcore2.ConnectError):
        return written_in_numbers(host, port) or aside(partial(looked_up, host, port), left)


@contextmanager
def _mapped(timeout: type[Exception], failure: type[Exception]) -> Generator[None]:
    """Raise the exceptions of httpx2 in place of those of sockets."""
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise timeout(str(error)) from error
    except (OSError, ValueError, httpcore2.NetworkError) as error:
        raise _as_httpx2(error, timeout, failure) from error


def _as_httpx2(error: Exception, timeout: type[Exception], failure: type[Exception]) -> Exception:
    """The same as httpx2 reads it; `ValueError` is of a name or a port that no host can have."""
    if isinstance(error, TimeoutError):
        return timeout(str(error) or "timed out")
    return failure(str(error) or type(error).__name__)
