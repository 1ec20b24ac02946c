"""The transport of `fast.py`. All faults of the async client are tested with it too, where they are."""

from __future__ import annotations

import asyncio
import socket
import ssl
import sys
import threading
from copy import copy
from pathlib import Path
from typing import Any

import httptools
import httpx2
import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN, certificate, trust
from fault_server import Server, raw, reply
from package import errors
from package._runtime._fast_connection import Incoming, Parsing
from package.fast import FastTransport

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)


def limits(
    connections: int | None = 100, idle: int | None = 100, expiry: float | None = 60.0
) -> httpx2.Limits:
    return httpx2.Limits(max_connections=connections, max_keepalive_connections=idle, keepalive_expiry=expiry)


async def until_received(server: Server) -> None:
    """Wait until a request has arrived."""
    while not server.received:  # noqa: ASYNC110 - a thread appends to it
        await asyncio.sleep(0.001)


async def get(url: str, transport: FastTransport, times: int = 1, **options: Any) -> Thing:
    async with AsyncExample(base_url=url, token=TOKEN, transport=transport, **options) as client:
        for _ in range(times - 1):
            await client.things.get("a")
        return await client.things.get("a")


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


@pytest.mark.parametrize("again", [b"", b"\r\n", b"x"], ids=["nothing", "a line's end", "a byte"])
def test_a_response_to_head(again: bytes) -> None:
    async def run(url: str) -> None:
        async with httpx2.AsyncClient(transport=FastTransport()) as client:
            for _ in range(2):
                response = await client.head(url)
                assert (response.status_code, response.content) == (200, b"")

    with Server(raw("HTTP/1.1 200 OK\nContent-Length: 9") + again) as server:
        asyncio.run(run(server.url))
        assert server.connections == (2 if again else 1)


def test_a_switch_of_protocols_is_refused() -> None:
    """Bytes of the other protocol may have arrived with the head, and nothing would read them."""
    with Server(raw("HTTP/1.1 101 Go\nUpgrade: x\nConnection: upgrade") + b"bytes") as server:
        with pytest.raises(httpx2.RemoteProtocolError, match="another protocol"):
            asyncio.run(_sent(httpx2.Request("GET", server.url)))
        assert server.open_connections == 0


@pytest.mark.parametrize("value", ["s3cret\r\nX-Other: 1", "s3cret\rX-Other: 1", "s3cret\x00", "s3cret\n"])
def test_a_header_cannot_end_its_line(value: str) -> None:
    async def run(url: str) -> None:
        async with httpx2.AsyncClient(transport=FastTransport()) as client:
            await client.get(url, headers={"x-key": value})

    with Server(OK) as server:
        with pytest.raises(httpx2.LocalProtocolError) as caught:
            asyncio.run(run(server.url))
        assert "s3cret" not in str(caught.value)
        assert not server.received


@pytest.mark.parametrize("length", ["2", "4"])
def test_a_body_that_is_not_as_long_as_it_says(length: str) -> None:
    async def pieces() -> Any:
        yield b"abc"

    async def run(url: str) -> None:
        async with httpx2.AsyncClient(transport=FastTransport()) as client:
            await client.post(url, content=pieces(), headers={"content-length": length})

    with Server(OK) as server, pytest.raises(httpx2.LocalProtocolError, match="Content-Length"):
        asyncio.run(run(server.url))


def test_a_body_in_chunks() -> None:
    async def pieces() -> Any:
        for piece in (b"ab", b"", b"c"):
            yield piece

    async def run(url: str) -> None:
        async with httpx2.AsyncClient(transport=FastTransport()) as client:
            assert (await client.post(url, content=pieces())).status_code == 200

    with Server(OK) as server:
        asyncio.run(run(server.url))
        assert server.received[0].body == b"abc"


def test_headers_are_sent_as_they_are_written() -> None:
    async def run(port: int) -> bytes:
        async with httpx2.AsyncClient(transport=FastTransport()) as client:
            request = httpx2.Request(
                "GET", f"http://127.0.0.1:{port}/", headers=[(b"X-B", "é".encode()), (b"x-a", b"2")]
            )
            await client.send(request)
        return b""

    with socket.create_server(("127.0.0.1", 0)) as listener:
        heads: list[bytes] = []

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                heads.append(connection.recv(65536))
                connection.sendall(OK)

        thread = threading.Thread(target=serve)
        thread.start()
        asyncio.run(run(listener.getsockname()[1]))
        thread.join()
    lines = heads[0].split(b"\r\n")
    assert lines.index("X-B: é".encode()) + 1 == lines.index(b"x-a: 2")


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


@pytest.mark.parametrize(
    ("response", "is_kept"),
    [
        (raw("HTTP/1.1 200 OK\nContent-Length: 2", b"{}"), True),
        (raw("HTTP/1.1 200 OK\nContent-Length: 2", b"\r\n"), False),  # it cannot be told from the next
        (raw("HTTP/1.1 200 OK\nContent-Length: 2", b"\r\n\r\n"), False),
        (raw("HTTP/1.1 200 OK\nContent-Length: 0"), True),
        (raw("HTTP/1.1 200 OK\nContent-Length: 0", b"\n"), False),
        (raw("HTTP/1.1 204 No"), True),
        (raw("HTTP/1.1 204 No", b"\r"), False),
        (raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"2\r\n\r\n\r\n0\r\n\r\n"), True),
        (raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"0\r\nX-T: 1\r\n\r\n"), True),
        (raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"0\r\n\r\n\r\n"), False),
        (raw("HTTP/1.1 103 Early") + raw("HTTP/1.1 200 OK\nContent-Length: 1", b"a"), True),
        (raw("HTTP/1.1 200 OK\nContent-Length: 1\nConnection: close", b"a"), False),
        (raw("HTTP/1.1 200 OK\nContent-Length: 1\nConnection: close", b"ab"), False),
        (
            raw("HTTP/1.1 200 OK\nContent-Length: 1\nUpgrade: h2c\nConnection: Upgrade, Keep-Alive", b"a"),
            True,
        ),
        (raw("HTTP/1.0 200 OK\nContent-Length: 1", b"a"), False),
        (raw("HTTP/1.1 200 OK\nContent-Length: 1", b"ab"), False),
        (raw("HTTP/1.1 200 OK\nContent-Length: 0") + raw("HTTP/1.1 200 OK\nContent-Length: 0"), False),
    ],
)
def test_what_ends_a_response(response: bytes, is_kept: bool) -> None:
    """llhttp skips line ends behind a response, and reads what follows as the next one."""

    async def run(url: str) -> None:
        async with httpx2.AsyncClient(transport=FastTransport()) as client:
            for _ in range(2):
                assert (await client.get(url)).is_success

    with Server(response) as server:
        asyncio.run(run(server.url))
        assert server.connections == (1 if is_kept else 2)


async def _sent(request: httpx2.Request) -> httpx2.Response:
    transport = FastTransport()
    try:
        return await transport.handle_async_request(request)
    finally:
        await transport.aclose()


async def pieces(*those: bytes) -> Any:
    for piece in those:
        yield piece


@pytest.mark.parametrize("content", [b"abc", "in pieces"])
@pytest.mark.parametrize(
    "framing",
    [
        {"content-length": "2"},
        {"content-length": "4"},
        {"content-length": "1_0"},
        {"content-length": "3, 3"},
        {"content-length": "-3"},
        {"content-length": "3", "transfer-encoding": "chunked"},
        {"transfer-encoding": "gzip"},
        {},
    ],
    ids=str,
)
def test_a_request_ends_where_its_headers_say(content: bytes | str, framing: dict[str, str]) -> None:
    """Otherwise the server would read the rest as another request."""
    with Server(OK) as server:
        body = pieces(b"abc") if isinstance(content, str) else content
        request = httpx2.Request("POST", server.url, content=body)
        for name in ("content-length", "transfer-encoding"):
            request.headers.pop(name, None)
        request.headers.update(framing)
        with pytest.raises(httpx2.LocalProtocolError):
            asyncio.run(_sent(request))
        assert not [one for one in server.received if one.method != "POST"]


@pytest.mark.parametrize("method", ["GET / HTTP/1.1\r\nX: 1", "G T", "GÉT", ""])
def test_a_method_is_one_word(method: str) -> None:
    with Server(OK) as server:
        with pytest.raises(httpx2.LocalProtocolError):
            asyncio.run(_sent(httpx2.Request(method, server.url)))
        assert not server.received


@pytest.mark.parametrize("hosts", [[], [("host", "a"), ("Host", "b")]])
def test_a_request_has_one_host(hosts: list[tuple[str, str]]) -> None:
    with Server(OK) as server:
        request = httpx2.Request("GET", server.url, headers=hosts)
        if not hosts:
            del request.headers["host"]
        with pytest.raises(httpx2.LocalProtocolError, match="Host"):
            asyncio.run(_sent(request))
        assert not server.received


def test_the_target_of_a_request() -> None:
    with Server(OK) as server:
        asyncio.run(_sent(httpx2.Request("OPTIONS", server.url, extensions={"target": b"*"})))
        assert server.received[0].target == "*"


def test_what_a_response_says_of_itself() -> None:
    async def run(url: str) -> None:
        async with httpx2.AsyncClient(transport=FastTransport()) as client:
            response = await client.get(url)
        assert (response.http_version, response.reason_phrase) == ("HTTP/1.0", "All is well")
        assert (response.headers["x-a"], response.content) == ("a b", b"{}")

    with Server(raw("HTTP/1.0 200 All is well\nX-A:  a b \t\nContent-Length: 2", b"{}")) as server:
        asyncio.run(run(server.url))


def test_parts_of_a_reason_phrase() -> None:
    """Each read has a part of its own, which no socket can be made to have for sure."""
    incoming = Incoming(
        None,  # type: ignore[arg-type]
        httpx2.Request("GET", "http://a"),
        Parsing(httptools.HttpResponseParser, (httptools.HttpParserError,)),
    )
    for part in (b"HTTP/1.1 200 All", b" is ", b"well\r\nX-A: a ", b"b \t\r\n\r\n"):
        incoming._feed(part)
    assert (incoming.reason, incoming.headers) == (b"All is well", [(b"X-A", b"a b")])


@pytest.mark.parametrize(
    "line", ["HTTP/1.1 099 OK", "HTTP/1.1 000 OK", "HTTP/1.1 200 a\0b", "HTTP/1.1 20 OK"]
)
def test_an_illegal_status_line(line: str) -> None:
    with Server(raw(f"{line}\nContent-Length: 0")) as server:
        with pytest.raises(httpx2.RemoteProtocolError):
            asyncio.run(_sent(httpx2.Request("GET", server.url)))
        assert server.open_connections == 0


@pytest.mark.parametrize(
    "coding", ["gzip", "gzip, chunked", "chunked, gzip", "identity", "chunked\nTransfer-Encoding: chunked"]
)
def test_another_transfer_coding_is_an_error(coding: str) -> None:
    """Nothing would decode it."""
    response = raw(f"HTTP/1.1 200 OK\nTransfer-Encoding: {coding}", b"2\r\n{}\r\n0\r\n\r\n")
    with Server(response) as server:
        with pytest.raises(httpx2.RemoteProtocolError, match="Transfer-Encoding"):
            asyncio.run(_sent(httpx2.Request("GET", server.url)))
        assert server.open_connections == 0


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
