"""The connections of `fast.py`. All tests of faults of the async client run with it, too."""

from __future__ import annotations

import asyncio
import socket
import ssl
import sys
import threading
from copy import copy
from pathlib import Path
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example
from conftest import TOKEN, certificate, trust
from fast_calls import OK, THING, get, limits, until_received
from fault_server import Server, raw
from package import errors
from package.fast import FastTransport


def test_a_connection_is_used_again() -> None:
    with Server(OK) as server:
        assert asyncio.run(get(server.url, FastTransport(), times=3)) == THING
        assert server.connections == 1


@pytest.mark.parametrize("bound", [limits(idle=0), limits(expiry=-1.0)], ids=["none may be idle", "expired"])
def test_a_connection_is_not_kept(bound: httpx2.Limits) -> None:
    with Server(OK) as server:
        assert asyncio.run(get(server.url, FastTransport(limits=bound), times=3)) == THING
        assert server.connections == 3


def test_many_calls_share_few_connections() -> None:
    async def run(url: str) -> None:
        transport = FastTransport(limits=limits(connections=3))
        async with AsyncExample(base_url=url, token=TOKEN, transport=transport) as client:
            assert await asyncio.gather(*(client.things.get("a") for _ in range(50))) == [THING] * 50

    with Server(OK) as server:
        asyncio.run(run(server.url))
        assert server.connections <= 3


def test_an_idle_connection_gives_way_to_another_origin() -> None:
    async def run(*urls: str) -> None:
        transport = FastTransport(limits=limits(connections=1))
        async with httpx2.AsyncClient(transport=transport) as client:
            for url in urls:
                assert (await client.get(url)).status_code == 200

    with Server(OK) as one, Server(OK) as other:
        asyncio.run(run(one.url, other.url, one.url))
        assert (one.connections, other.connections) == (2, 1)


def test_no_connection_is_free_in_time() -> None:
    may_go_on = threading.Event()

    def hold(connection: socket.socket) -> None:
        may_go_on.wait()
        connection.sendall(OK)

    async def run(url: str) -> None:
        timeout = httpx2.Timeout(60, pool=0.05)
        transport = FastTransport(limits=limits(connections=1))
        client = AsyncExample(base_url=url, token=TOKEN, transport=transport, timeout=timeout, max_retries=0)
        async with client:
            first = asyncio.ensure_future(client.things.get("a"))
            await until_received(server)
            with pytest.raises(errors.APITimeoutError, match="waiting for a free connection timed out"):
                await client.things.get("a")
            may_go_on.set()
            assert await first == THING
            assert await client.things.get("a") == THING, "the pool works as before"

    with Server(hold, OK) as server:
        asyncio.run(run(server.url))


def test_a_cancelled_call_closes_its_connection() -> None:
    ended = threading.Event()

    def hold(connection: socket.socket) -> None:
        assert connection.recv(1) == b""
        ended.set()

    async def run(url: str) -> None:
        transport = FastTransport(limits=limits(connections=1))
        async with AsyncExample(base_url=url, token=TOKEN, transport=transport) as client:
            call = asyncio.ensure_future(client.things.get("a"))
            await until_received(server)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            assert await asyncio.to_thread(ended.wait, 60)
            assert await client.things.get("a") == THING

    with Server(hold, OK) as server:
        asyncio.run(run(server.url))


def test_closing_wakes_a_call_that_waits() -> None:
    ended = threading.Event()

    def hold(_: socket.socket) -> None:
        ended.wait()

    async def run(url: str) -> None:
        client = AsyncExample(base_url=url, token=TOKEN, transport=FastTransport(), max_retries=0)
        call = asyncio.ensure_future(client.things.get("a"))
        await until_received(server)
        await client.close()
        with pytest.raises(errors.APIConnectionError):
            await call
        ended.set()

    with Server(hold) as server:
        asyncio.run(run(server.url))


def test_a_unix_socket(tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(OK)

        thread = threading.Thread(target=serve)
        thread.start()
        assert asyncio.run(get("http://localhost", FastTransport(uds=path))) == THING
        thread.join()


def test_each_event_loop_has_its_own_connections() -> None:
    with Server(OK) as server:
        client = AsyncExample(base_url=server.url, token=TOKEN, transport=FastTransport())
        for _ in range(2):
            with asyncio.Runner() as runner:
                assert runner.run(client.things.get("a")) == THING
        assert server.connections == 2


def test_a_copy_shares_no_connection() -> None:
    async def run(url: str) -> None:
        transport = FastTransport()
        for one in (transport, copy(transport)):
            client = httpx2.AsyncClient(transport=one)
            assert (await client.get(url)).status_code == 200

    with Server(OK) as server:
        asyncio.run(run(server.url))
        assert server.connections == 2


def test_another_scheme_is_refused() -> None:
    async def run() -> None:
        await FastTransport().handle_async_request(httpx2.Request("GET", "ftp://127.0.0.1/"))

    with pytest.raises(httpx2.UnsupportedProtocol, match="ftp"):
        asyncio.run(run())


def test_the_way_out_if_httptools_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httptools", None)
    with pytest.raises(ImportError, match=r"pip install 'example-client\[fast\]'"):
        FastTransport()


def test_an_idle_connection_counts_while_others_connect() -> None:
    """Two requests that connect at once leave no place to an idle connection."""
    may_go_on = threading.Event()

    def hold(connection: socket.socket) -> None:
        may_go_on.wait()
        connection.sendall(OK)

    async def run(urls: list[str]) -> None:
        transport = FastTransport(limits=limits(connections=2))
        async with httpx2.AsyncClient(transport=transport, timeout=60) as client:
            await client.get(urls[0])
            calls = [asyncio.ensure_future(client.get(url)) for url in urls[1:]]
            await asyncio.gather(until_received(second), until_received(third))
            still_open = await asyncio.to_thread(lambda: idle.open_connections)
            may_go_on.set()
            await asyncio.gather(*calls)
            assert still_open == 0

    with Server(OK) as idle, Server(hold) as second, Server(hold) as third:
        asyncio.run(run([idle.url, second.url, third.url]))


def test_many_connections_that_have_ended() -> None:
    """They are closed one after the other, however many there are."""
    number = sys.getrecursionlimit() // 2
    origin = ("http", b"127.0.0.1", None)
    closed: list[int] = []

    class Ended:
        def __init__(self) -> None:
            self.origin = origin
            self.stream = self

        def has_expired(self, _: float | None) -> bool:
            return False

        def is_usable(self) -> bool:
            return False

        async def aclose(self) -> None:
            closed.append(1)

    async def run() -> None:
        transport = FastTransport()
        transport._idle = [Ended() for _ in range(number)]  # type: ignore[misc]
        assert await transport._reused(httpx2.URL("http://127.0.0.1")) is None

    asyncio.run(run())
    assert len(closed) == number


def test_an_expired_connection_to_another_origin_is_closed() -> None:
    async def run(*urls: str) -> None:
        transport = FastTransport(limits=limits(expiry=0.0))
        async with httpx2.AsyncClient(transport=transport) as client:
            for url in urls:
                await client.get(url)
            assert one.open_connections == 0

    with Server(OK) as one, Server(OK) as other:
        asyncio.run(run(one.url, other.url))


def test_closing_fails_a_call_that_waits_for_a_connection() -> None:
    ended = threading.Event()

    def hold(_: socket.socket) -> None:
        ended.wait()

    async def run(url: str) -> None:
        transport = FastTransport(limits=limits(connections=1))
        client = httpx2.AsyncClient(transport=transport, timeout=60)
        calls = [asyncio.ensure_future(client.get(url)) for _ in range(3)]
        await until_received(server)
        await transport.aclose()
        for failure in await asyncio.gather(*calls, return_exceptions=True):
            assert isinstance(failure, httpx2.NetworkError | httpx2.RemoteProtocolError)
        assert server.connections == 1
        ended.set()

    with Server(hold, OK) as server:
        asyncio.run(run(server.url))


def test_a_cancelled_read_frees_the_connection() -> None:
    """Also if the caller does not close the response."""

    def half(connection: socket.socket) -> None:
        connection.sendall(raw("HTTP/1.1 200 OK\nContent-Length: 9", b"half"))

    async def run(url: str) -> None:
        transport = FastTransport(limits=limits(connections=1))
        request = httpx2.Request("GET", url, extensions={"timeout": {"pool": 30}})
        response = await transport.handle_async_request(request)
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        body = aiter(response.stream)
        assert await anext(body) == b"half"
        reading = asyncio.ensure_future(anext(body))
        await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert (await transport.handle_async_request(request)).status_code == 200
        await transport.aclose()

    with Server(half, OK) as server:
        asyncio.run(run(server.url))
        assert server.connections == 2


@pytest.mark.parametrize("verify", [False, True, "ca.pem"])
def test_verify_is_a_context(verify: Any) -> None:
    with pytest.raises(TypeError, match=r"ssl\.SSLContext"):
        FastTransport(verify=verify)


def test_no_other_protocol_is_negotiated() -> None:
    """Also if another client uses the same context for HTTP/2."""
    trusting, serving = trust("loopback"), certificate("loopback")
    trusting.set_alpn_protocols(["h2"])
    serving.set_alpn_protocols(["h2", "http/1.1"])
    chosen: list[str | None] = []

    def look(connection: socket.socket) -> None:
        assert isinstance(connection, ssl.SSLSocket)
        chosen.append(connection.selected_alpn_protocol())
        connection.sendall(OK)

    with Server(look, tls=serving) as server:
        assert asyncio.run(get(server.url, FastTransport(verify=trusting))) == THING
    assert chosen == ["http/1.1"]


def test_a_sync_client_does_not_take_it() -> None:
    with pytest.raises(TypeError, match="transport"):
        Example(base_url="http://127.0.0.1", token=TOKEN, transport=FastTransport())  # type: ignore[arg-type]
