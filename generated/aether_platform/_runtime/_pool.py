"""The connections behind a client and all that derive from it."""

from __future__ import annotations

import os
import weakref
from collections.abc import AsyncGenerator, Mapping
from functools import lru_cache
from http.cookiejar import CookieJar
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
from msgspec import Struct

from ._decompressed import ACCEPTED
from ._process_lock import ProcessLock

if TYPE_CHECKING:
    import ssl
    from asyncio import AbstractEventLoop

    from ._async_wire import AsyncWire
    from ._wire import Wire

_CLOSED = "the client is closed: create another one, or keep this one open while it is used"
_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
_LIMITS = httpx2.Limits(max_connections=100, max_keepalive_connections=100)


class SetupError(Exception):
    """No httpx2 client can be made in this environment."""


class Defaults(Struct, frozen=True):
    """What an httpx2 client adds to every request, taken from it once."""

    headers: Mapping[str, str]
    params: httpx2.QueryParams | None = None
    cookies: httpx2.Cookies | None = None


_NONE = Defaults({})


class Pool:
    """One `httpx2.Client`, made when it is first needed: not every client sends something."""

    def __init__(
        self, given: httpx2.Client | None, transport: httpx2.BaseTransport | None, *, proxies: bool
    ) -> None:
        self.defaults = _NONE if given is None else _defaults(given)
        self._given = given
        self._transport = transport
        self._proxies = proxies
        self._lock = ProcessLock()
        self._client: httpx2.Client | None = None
        self._wires: list[Wire] = []
        self._home = self._process = os.getpid()
        self._closed = False

    def client(self) -> httpx2.Client:
        """The one client, whichever threads ask.

        Raises:
            RuntimeError: The pool is closed.
            SetupError: No client can be made.
        """
        client = self._client
        if client is None or self._process != os.getpid():
            client = self._opened()
        if self._closed:
            raise RuntimeError(_CLOSED)
        return client

    def is_closed(self) -> bool:
        """Whether no more is to be sent."""
        return self._closed

    def close(self) -> None:
        """Close the connections, but not those of a client that was given."""
        with self._lock:
            self._closed = True
            if self._client is None or self._given is not None or self._process != os.getpid():
                return
            for wire in self._wires:
                # Others may send by a transport that was given: it stays able to connect.
                if self._transport is None:
                    wire.close()
                else:
                    wire.wake()
            self._client.close()

    def _opened(self) -> httpx2.Client:
        from ._transports import apart, wired

        with self._lock:
            # A forked process shares the sockets of its parent, and would read its responses.
            if self._client is None or self._process != os.getpid():
                is_fork = os.getpid() != self._home
                client, transport = self._given, self._transport
                if client is not None:
                    client = apart(client) if is_fork else client
                else:
                    if transport is not None and is_fork:
                        transport = apart(transport)
                    client = self._made(transport)
                    self.defaults = Defaults(dict(client.headers.items()))
                self._wires = wired(client)
                self._process = os.getpid()
                self._client = client
            return self._client

    def _made(self, transport: httpx2.BaseTransport | None) -> httpx2.Client:
        try:
            return httpx2.Client(
                transport=transport,
                verify=transport is not None or certificates(trust_env=self._proxies),
                trust_env=self._proxies,
                cookies=_NoCookies(),
                headers={"accept-encoding": ACCEPTED},
                limits=_LIMITS,
            )
        except Exception as error:
            raise SetupError(_setup(error)) from error


class AsyncPool:
    """One `httpx2.AsyncClient` for each event loop, since connections belong to a loop."""

    def __init__(
        self,
        given: httpx2.AsyncClient | None,
        transport: httpx2.AsyncBaseTransport | None,
        *,
        proxies: bool,
    ) -> None:
        self.defaults = _NONE if given is None else _defaults(given)
        self._given = given
        self._transport = transport
        self._proxies = proxies
        self._lock = ProcessLock()
        self._opened: dict[AbstractEventLoop, _Opened] = {}
        self._home: tuple[int, weakref.ref[AbstractEventLoop]] | None = None
        self._process = os.getpid()
        self._closed = False

    def client(self) -> httpx2.AsyncClient:
        """The one client of the running event loop.

        Raises:
            RuntimeError: The pool is closed, or no event loop of asyncio is running.
            SetupError: No client can be made.
        """
        from asyncio import get_running_loop

        if self._closed:
            raise RuntimeError(_CLOSED)
        opened = self._opened.get(loop := get_running_loop())
        if opened is None or self._process != os.getpid():
            opened = self._open(loop)
        return opened.client

    def is_closed(self) -> bool:
        """Whether no more is to be sent."""
        return self._closed

    async def close(self) -> None:
        """Close the running loop's connections, but not those of a client that was given."""
        from asyncio import get_running_loop

        self._closed = True
        opened = self._opened.pop(get_running_loop(), None)
        if opened is not None and self._process == os.getpid():
            for wire in opened.wires:
                if self._transport is None and self._given is None:
                    wire.close()
            await opened.guard.aclose()

    def _open(self, loop: AbstractEventLoop) -> _Opened:
        from ._transports import apart, async_wired

        with self._lock:
            if self._process != os.getpid():
                self._process, self._opened = os.getpid(), {}
            # A loop that was closed without ending its generators would be kept for ever.
            self._opened = {one: this for one, this in self._opened.items() if not one.is_closed()}
            # The first loop has what was given; the connections of another would not work in it.
            here = (os.getpid(), weakref.ref(loop))
            self._home = self._home or here
            is_home = self._home == here
            client, transport = self._given, self._transport
            if client is not None:
                client = client if is_home else apart(client)
            else:
                if transport is not None and not is_home:
                    transport = apart(transport)
                client = self._made(transport)
                self.defaults = Defaults(dict(client.headers.items()))
            guard = self._closing(client, loop)
            _begin(guard)
            opened = self._opened[loop] = _Opened(client, async_wired(client), guard)
            return opened

    async def _closing(
        self, client: httpx2.AsyncClient, loop: AbstractEventLoop
    ) -> AsyncGenerator[None]:
        """Close a client when its loop ends: loops end the generators that were begun in them."""
        try:
            yield
        finally:
            self._opened.pop(loop, None)
            if client is not self._given:
                await client.aclose()

    def _made(self, transport: httpx2.AsyncBaseTransport | None) -> httpx2.AsyncClient:
        try:
            return httpx2.AsyncClient(
                transport=transport,
                verify=transport is not None or certificates(trust_env=self._proxies),
                trust_env=self._proxies,
                cookies=_NoCookies(),
                headers={"accept-encoding": ACCEPTED},
                limits=_LIMITS,
            )
        except Exception as error:
            raise SetupError(_setup(error)) from error


class _Opened(Struct, frozen=True):
    """What an event loop sends requests with."""

    client: httpx2.AsyncClient
    wires: list[AsyncWire]
    guard: AsyncGenerator[None]


def _begin(generator: AsyncGenerator[None]) -> None:
    """Run a generator to its first `yield`, which waits for nothing."""
    try:
        generator.__anext__().send(None)
    except StopIteration:
        return


def certificates(*, trust_env: bool) -> ssl.SSLContext:
    """The trusted certificates, which the clients of a process share until the files change."""
    import ssl

    found = ssl.get_default_verify_paths()
    paths = [found.openssl_cafile, found.openssl_capath]
    if trust_env:
        paths += [path for name in _CERTIFICATES if (path := os.environ.get(name))]
    return _read(tuple((path, _state(path)) for path in paths), trust_env=trust_env)


@lru_cache(maxsize=4)
def _read(_paths: tuple[object, ...], *, trust_env: bool) -> ssl.SSLContext:
    """Read them, which takes longer than most calls: there are many."""
    return httpx2.create_ssl_context(trust_env=trust_env)


def _state(path: str) -> tuple[int, int, int] | None:
    """What changes with the content of a file or a folder."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _setup(error: Exception) -> str:
    """Say what of the environment httpx2 cannot work with; a proxy's URL may hold a password."""
    if isinstance(error, FileNotFoundError | OSError):
        return f"the certificates cannot be read ({_set(*_CERTIFICATES)}): {error}"
    named = _set("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
    # Of a missing package, the text names it and nothing of the environment.
    said = error if isinstance(error, ImportError) else type(error).__name__
    return f"the proxy cannot be used ({named}): {said}"


def _set(*variables: str) -> str:
    """Which variables of the environment are set."""
    found = [name for name in variables if os.environ.get(name) or os.environ.get(name.lower())]
    return ", ".join(found) or "the system's settings"


def _defaults(http: httpx2.Client | httpx2.AsyncClient) -> Defaults:
    return Defaults(dict(http.headers.items()), http.params or None, http.cookies or None)


class _NoCookies(CookieJar):
    """A jar that takes nothing: calls are independent of each other.

    Nor does it look: Python's warns of cookies that it cannot read.
    """

    def extract_cookies(self, response: object, request: object) -> None:
        """Leave the cookies of a response where they are."""
