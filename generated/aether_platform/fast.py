"""A faster transport for async clients. It requires the package `httptools`.

    client = AsyncAcme(transport=FastTransport())

With many calls at once, a call takes less than half of the processor time. It has a pool that
finds a free connection at once, and httptools parses the responses. All else of connections is the
same: deadlines, name lookups, TLS, what becomes of a call that is cancelled, and when a connection
is used again. It speaks HTTP/1.1, without a proxy: proxies in the environment are not used.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Iterable, Mapping
from importlib import import_module
from typing import Self, cast

import httpcore2
import httpx2

from ._api import FACTS
from ._runtime._async_wire import AsyncWire
from ._runtime._fast_connection import NETWORK_ERRORS, FastConnection, Incoming, Parsing, as_httpx2
from ._runtime._pool import certificates

_PORTS = {"http": 80, "https": 443}
_LIMITS = httpx2.Limits(max_connections=100, max_keepalive_connections=100, keepalive_expiry=5.0)


class FastTransport(httpx2.AsyncBaseTransport):
    """Sends the requests of an async client by HTTP/1.1."""

    def __init__(
        self,
        *,
        verify: ssl.SSLContext | None = None,
        limits: httpx2.Limits = _LIMITS,
        uds: str | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] = (),
    ) -> None:
        """Create a transport. It connects when a request needs it.

        Args:
            verify: The certificates to trust, and one of the client if the server asks for it.
            limits: How many connections there may be, how many of them may be idle, and for how
                many seconds.
            uds: The path of a Unix domain socket, to connect to that.
            local_address: The address of this machine to connect from.
            socket_options: Options of each socket, as in `httpx2.AsyncHTTPTransport`.

        Raises:
            ImportError: httptools is not installed.
            TypeError: `verify` is not an `ssl.SSLContext`.
        """
        if not isinstance(cast("object", verify), ssl.SSLContext | None):
            raise TypeError("verify must be an ssl.SSLContext: see httpx2.create_ssl_context")
        try:
            httptools = import_module("httptools")
        except ImportError as error:
            wanted = f"pip install '{FACTS.distribution}[fast]'"
            raise ImportError(f"httptools is not installed: {wanted}") from error
        errors = (httptools.HttpParserError, httptools.HttpParserUpgrade)
        self._parsing = Parsing(httptools.HttpResponseParser, errors)
        self._verify = certificates(trust_env=True) if verify is None else verify
        self._limits = limits
        self._uds = uds
        self._local_address = local_address
        self._socket_options = [*socket_options]
        self._begin()

    def __copy__(self) -> Self:
        """A transport with the same settings and its own connections."""
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin._begin()
        return twin

    def _begin(self) -> None:
        self._wire = AsyncWire()
        self._connections: set[FastConnection] = set()
        self._idle: list[FastConnection] = []
        most = self._limits.max_connections
        self._free = None if most is None else asyncio.Semaphore(most)
        """As many requests may be under way as there may be connections."""
        self._under_way = 0
        self._closings = 0

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request, and return its response when its head has arrived.

        Raises:
            httpx2.TransportError: There is no response.
        """
        timeouts: Mapping[str, float | None] = request.extensions.get("timeout", {})
        closings = self._closings
        await self._wait(timeouts.get("pool"))
        self._under_way += 1
        connection = None
        try:
            self._refuse_closed(closings)
            connection = await self._reused(request.url)
            if connection is None:
                connection = await self._connected(request, timeouts.get("connect"))
                self._refuse_closed(closings)
                self._connections.add(connection)
            incoming = await connection.exchange(request)
        except BaseException:
            await self._end(connection)
            raise
        return httpx2.Response(
            incoming.status,
            headers=incoming.headers,
            stream=_Body(self, connection, incoming),
            extensions={
                "http_version": incoming.version,
                "reason_phrase": incoming.reason,
                "network_stream": connection.stream,
                "is_framed": True,
            },
        )

    async def aclose(self) -> None:
        """Close all connections. The calls that are under way or wait fail."""
        connections, self._connections, self._idle = self._connections, set(), []
        self._closings += 1
        closing = asyncio.gather(*[one.stream.aclose() for one in connections])
        await asyncio.shield(closing)

    async def release(self, connection: FastConnection, incoming: Incoming) -> None:
        """Use a connection again if its response has been read, or close it."""
        most = self._limits.max_keepalive_connections
        is_reusable = incoming.has_ended and incoming.is_reusable
        if (
            is_reusable
            and connection in self._connections
            and (most is None or len(self._idle) < most)
        ):
            connection.rest()
            self._idle.append(connection)
            self._leave()
        else:
            await self._end(connection)

    async def _wait(self, seconds: float | None) -> None:
        if self._free is None:
            return
        if not self._free.locked():  # a timeout would cost time
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._free.acquire()
        except TimeoutError as error:
            raise httpx2.PoolTimeout("no connection was free in time") from error

    def _refuse_closed(self, closings: int) -> None:
        if self._closings != closings:
            raise httpx2.ConnectError("the transport was closed")

    def _leave(self) -> None:
        self._under_way -= 1
        if self._free is not None:
            self._free.release()

    async def _end(self, connection: FastConnection | None) -> None:
        self._leave()
        if connection is not None:
            await self._drop(connection)

    async def _reused(self, url: httpx2.URL) -> FastConnection | None:
        """The idle connection to an origin that was used last; those that have ended are closed."""
        while self._idle and self._idle[0].has_expired(self._limits.keepalive_expiry):
            await self._drop(self._idle.pop(0))
        while (connection := self._taken(_origin(url))) is not None:
            if connection.is_usable():
                return connection
            await self._drop(connection)
        return None

    def _taken(self, origin: object) -> FastConnection | None:
        for index in range(len(self._idle) - 1, -1, -1):
            if self._idle[index].origin == origin:
                return self._idle.pop(index)
        return None

    async def _drop(self, connection: FastConnection) -> None:
        self._connections.discard(connection)
        await connection.stream.aclose()

    async def _connected(self, request: httpx2.Request, seconds: float | None) -> FastConnection:
        url, most = request.url, self._limits.max_connections
        if url.scheme not in _PORTS:
            raise httpx2.UnsupportedProtocol(f"the scheme {url.scheme!r} is not http or https")
        while self._idle and most is not None and self._under_way + len(self._idle) > most:
            await self._drop(self._idle.pop(0))
        try:
            stream = await self._opened(url, seconds)
            if url.scheme == "https":
                self._verify.set_alpn_protocols(["http/1.1"])  # others may use it for HTTP/2
                name = request.extensions.get("sni_hostname") or _host(url)
                stream = await stream.start_tls(self._verify, name, seconds)
        except NETWORK_ERRORS as error:
            raise as_httpx2(error) from error
        return FastConnection(stream, _origin(url), self._parsing)

    async def _opened(self, url: httpx2.URL, seconds: float | None) -> httpcore2.AsyncNetworkStream:
        if self._uds is not None:
            return await self._wire.connect_unix_socket(self._uds, seconds, self._socket_options)
        port = url.port or _PORTS[url.scheme]
        return await self._wire.connect_tcp(
            _host(url), port, seconds, self._local_address, self._socket_options
        )


class _Body(httpx2.AsyncByteStream):
    """The body of a response. Closing it frees the connection."""

    def __init__(
        self, transport: FastTransport, connection: FastConnection, incoming: Incoming
    ) -> None:
        self._transport = transport
        self._connection: FastConnection | None = connection
        self._incoming = incoming

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        try:
            while await self._incoming.has_more():
                yield self._incoming.taken()
        except BaseException:
            await self.aclose()
            raise

    async def aclose(self) -> None:
        """Free the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await self._transport.release(connection, self._incoming)


def _origin(url: httpx2.URL) -> tuple[str, bytes, int | None]:
    return url.scheme, url.raw_host, url.port


def _host(url: httpx2.URL) -> str:
    return url.raw_host.decode("ascii")
