"""The requests that `fast.py` writes, and the responses that it reads."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

import httptools
import httpx2
import pytest
from fast_calls import OK
from fault_server import Server, raw
from package._runtime._fast_connection import Incoming, Parsing
from package.fast import FastTransport


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
