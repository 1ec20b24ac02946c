"""The connections behind a client and all that derive from it."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import httpx2

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

_CLOSED = "the client is closed: create another one, or keep it open for as long as it is used"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What an httpx2 client adds to every request, taken from it once."""

    headers: Mapping[str, str]
    params: httpx2.QueryParams | None = None
    cookies: httpx2.Cookies | None = None


_NONE = Defaults({})


class Pool:
    """One `httpx2.Client`, made when it is first needed, since that reads many certificates."""

    def __init__(
        self, given: httpx2.Client | None, transport: httpx2.BaseTransport | None, *, proxies: bool
    ) -> None:
        self.defaults = _NONE if given is None else _defaults(given)
        self._given = given
        self._transport = transport
        self._proxies = proxies
        self._lock = threading.Lock()
        self._client = given
        self._process = os.getpid()
        self._closed = False

    def client(self) -> httpx2.Client:
        """The one client, whichever threads ask.

        Raises:
            RuntimeError: The pool is closed.
        """
        client = self._client
        if client is None or self._process != os.getpid():
            client = self._opened()
        if self._closed:
            raise RuntimeError(_CLOSED)
        return client

    def close(self) -> None:
        """Close the connections, but not those of a client that was given."""
        with self._lock:
            self._closed = True
            if self._client is not None and self._given is None:
                self._client.close()

    def _opened(self) -> httpx2.Client:
        with self._lock:
            if self._given is not None:
                return self._given
            # A forked process has the parent's sockets too, and would read answers meant for it.
            if self._client is None or self._process != os.getpid():
                client = httpx2.Client(
                    transport=self._transport, trust_env=self._proxies, cookies=_no_cookies()
                )
                self.defaults = Defaults(dict(client.headers.items()))
                self._process = os.getpid()
                self._client = client
            return self._client


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
        self._lock = threading.Lock()
        self._clients: WeakKeyDictionary[AbstractEventLoop, httpx2.AsyncClient] = (
            WeakKeyDictionary()
        )
        self._process = os.getpid()
        self._closed = False

    def client(self) -> httpx2.AsyncClient:
        """The one client of the running event loop.

        Raises:
            RuntimeError: The pool is closed, or no event loop of asyncio is running.
        """
        from asyncio import get_running_loop

        if self._closed:
            raise RuntimeError(_CLOSED)
        if self._given is not None:
            return self._given
        loop = get_running_loop()
        with self._lock:
            if self._process != os.getpid():
                self._process = os.getpid()
                self._clients = WeakKeyDictionary()
            client = self._clients.get(loop)
            if client is None:
                client = self._clients[loop] = httpx2.AsyncClient(
                    transport=self._transport, trust_env=self._proxies, cookies=_no_cookies()
                )
                self.defaults = Defaults(dict(client.headers.items()))
            return client

    async def close(self) -> None:
        """Close the running loop's connections, but not those of a client that was given."""
        from asyncio import get_running_loop

        self._closed = True
        client = self._clients.pop(get_running_loop(), None)
        if client is not None:
            await client.aclose()


def _defaults(http: httpx2.Client | httpx2.AsyncClient) -> Defaults:
    return Defaults(dict(http.headers.items()), http.params or None, http.cookies or None)


def _no_cookies() -> CookieJar:
    """A jar that takes nothing: calls are independent of each other."""
    return CookieJar(policy=DefaultCookiePolicy(allowed_domains=()))
