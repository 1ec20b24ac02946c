"""TLS within TLS: to a server, through a proxy that is itself reached by `https://`."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import httpcore2

T = TypeVar("T")

_RECORD = 16384
"""Bytes that one record of TLS can have (RFC 8446 section 5.1)."""


class NestedTLS(httpcore2.NetworkStream):
    """A connection with TLS of its own over another: `ssl` cannot wrap a socket twice."""

    def __init__(
        self,
        outer: httpcore2.NetworkStream,
        context: ssl.SSLContext,
        hostname: str | None,
        timeout: float | None,
    ) -> None:
        self._outer = outer
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=hostname)
        self._done(self._tls.do_handshake, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read the available data, or wait for some; empty if the server has closed."""
        try:
            return self._done(partial(self._tls.read, max_bytes), timeout)
        except ssl.SSLError as error:
            raise httpcore2.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all."""
        rest = memoryview(buffer)
        try:
            while rest:
                written = self._done(partial(self._tls.write, rest[:_RECORD]), timeout)
                rest = rest[written:]
        except ssl.SSLError as error:
            raise httpcore2.WriteError(str(error)) from error

    def close(self) -> None:
        """Close the connection."""
        self._outer.close()

    def get_extra_info(self, info: str) -> object:
        """What httpx2 asks about a connection."""
        if info == "ssl_object":
            return self._tls
        if info == "is_readable" and (self._incoming.pending or self._tls.pending()):
            return True
        return self._outer.get_extra_info(info)

    def _done(self, action: Callable[[], T], timeout: float | None) -> T:
        """Do something with TLS, exchanging the data that it needs."""
        while True:
            try:
                result = action()
            except ssl.SSLWantReadError:
                self._flush(timeout)
                if received := self._outer.read(_RECORD, timeout):
                    self._incoming.write(received)
                else:
                    self._incoming.write_eof()
            else:
                self._flush(timeout)
                return result

    def _flush(self, timeout: float | None) -> None:
        if self._outgoing.pending:
            self._outer.write(self._outgoing.read(), timeout)
