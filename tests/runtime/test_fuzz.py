"""Whatever a server sends, in whatever order and pieces: a call returns, or raises a documented error.

Deterministic: each case is made of its seed. A server closes after what it has sent, so that none hangs.
"""

from __future__ import annotations

import asyncio
import gzip
import random
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN, certificate, trust
from fault_server import Behaviour, Server, close, raw, reply
from package import errors

pytestmark = pytest.mark.slow  # `make quick` leaves it out

BODY = b'{"id":"a","size":1,"note":"\xc3\xa9","parts":[{"id":"b","size":2}]}'
ERROR = {
    "error": {"code": "conflict", "message": "The name is taken", "details": [{"field": "n", "code": "t"}]}
}

SEEDS = [
    reply(200, BODY),
    reply(409, ERROR, ("X-Request-Id", "8c1f"), ("Retry-After", "0")),
    reply(503, b"<html>", ("Retry-After", "soon"), content_type="text/html; charset=latin-1"),
    reply(302, b"", ("Location", "/v1/things/b?x=1#y")),
    reply(401, b"", ("WWW-Authenticate", 'Bearer realm="x"')),
    reply(200, gzip.compress(BODY), ("Content-Encoding", "gzip")),
    reply(200, zlib.compress(BODY), ("Content-Encoding", "deflate")),
    reply(
        200, BODY, ("Set-Cookie", "a=b; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Max-Age=1; Domain=.x; Path=/")
    ),
    raw("HTTP/1.1 103 Early Hints\nLink: </a>") + reply(200, BODY),
    raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nTrailer: X-A", b"5\r\n" + BODY[:5] + b"\r\n")
    + b"%x;ext=1\r\n" % len(BODY[5:])
    + BODY[5:]
    + b"\r\n0\r\nX-A: 1\r\n\r\n",
    raw("HTTP/1.0 200\nContent-Type: application/json", BODY),
    raw("HTTP/1.1 204 No Content"),
    raw("HTTP/1.1 101 Switching Protocols\nUpgrade: x\nConnection: upgrade", b"junk"),
]

HEADERS: list[tuple[bytes, list[bytes]]] = [
    (
        b"Content-Type",
        [b"text/plain; charset=\xff", b"\xe9", b";", b"application/json; charset=punycode", b"a" * 9000],
    ),
    (b"Content-Encoding", [b"gzip", b"br", b"zstd", b"gzip, " * 40, b"\xff", b"x-gzip", b"deflate,identity"]),
    (b"Content-Length", [b"-1", b"0", b"1e3", b"99999999999999999999", b"\xb2", b"5, 5", b"+5"]),
    (b"Transfer-Encoding", [b"chunked", b"gzip, chunked", b"identity", b"\xff", b"chunked, chunked"]),
    (
        b"Location",
        [b"http://[", b"//\xff", b"http://a:b@c/", b"\x80", b"http://127.0.0.1:1/", b"https://x:0/", b"?"],
    ),
    (
        b"Retry-After",
        [b"\xb2", b"9" * 400, b"-0", b"Wed, 99 Foo 99999 99:99:99 GMT", b"0x10", b"nan", b"\xff"],
    ),
    (
        b"Set-Cookie",
        [b"\xff=\xfe", b"=", b"a=b; Expires=\xff", b"a=b; Max-Age=" + b"9" * 400, b";;;", b"a" * 9000],
    ),
    (b"X-Request-Id", [b"\xe9\xff", b"\x01", b"x" * 9000, b"\t", b"%0d%0a"]),
    (b"X-\xff", [b"1"]),
    (b"Date", [b"\xff"]),
    (b"Connection", [b"close", b"keep-alive, \xff", b"upgrade"]),
    (b"", [b"no name"]),
]
JUNK = [
    b"\r\n",
    b"\n",
    b"\0",
    b"\xff",
    b":",
    b" ",
    b"HTTP/1.1 ",
    b"\r",
    b"999",
    b"0\r\n\r\n",
    b"\x1f\x8b",
    b"{",
    b"\xc3",
]


def mutated(chance: random.Random) -> bytes:
    """A response that something has happened to, or nothing."""
    response = chance.choice(SEEDS)
    for _ in range(chance.randrange(4)):
        response = chance.choice([_with_header, _with_status, _flipped, _cut, _with_junk, _doubled])(
            response, chance
        )
    return response


def _with_header(response: bytes, chance: random.Random) -> bytes:
    name, values = chance.choice(HEADERS)
    first, end, rest = response.partition(b"\r\n")
    return first + end + name + b": " + chance.choice(values) + b"\r\n" + rest


def _with_status(response: bytes, chance: random.Random) -> bytes:
    statuses = [
        b"000",
        b"099",
        b"100",
        b"199",
        b"200",
        b"205",
        b"299",
        b"304",
        b"307",
        b"400",
        b"599",
        b"600",
        b"999",
    ]
    reasons = [b"", b" ", b" \xff", b" \xc3\xa9", b" " + b"x" * 5000]
    _, end, rest = response.partition(b"\r\n")
    return b"HTTP/1.1 " + chance.choice(statuses) + chance.choice(reasons) + end + rest


def _flipped(response: bytes, chance: random.Random) -> bytes:
    changed = bytearray(response)
    for _ in range(chance.randrange(1, 5)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(response: bytes, chance: random.Random) -> bytes:
    return response[: chance.randrange(1, len(response) + 1)]


def _with_junk(response: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(response) + 1)
    return response[:at] + chance.choice(JUNK) * chance.choice([1, 2, 500]) + response[at:]


def _doubled(response: bytes, chance: random.Random) -> bytes:
    return response + chance.choice(SEEDS)


def in_pieces(response: bytes, chance: random.Random) -> Behaviour:
    """Send it cut anywhere, with pauses or without, and close in one of several ways."""
    cuts = sorted(chance.randrange(len(response) + 1) for _ in range(chance.randrange(4)))
    pieces = [response[start:end] for start, end in zip([0, *cuts], [*cuts, len(response)], strict=True)]
    pause = chance.choice([0, 0, 0.002])
    half, way = chance.random() < 0.5, chance.choice([close, close, _reset])

    def behave(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(pause)
        if half and not isinstance(connection, ssl.SSLSocket):
            connection.shutdown(socket.SHUT_WR)
        way(connection)

    return behave


def _reset(connection: socket.socket) -> None:
    import struct

    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


class Fuzzed(Server):
    """Each request is answered with the next case."""

    def __init__(self, chance: random.Random, tls: Any = None) -> None:
        super().__init__(close, tls=tls)
        self.chance = chance

    def behaviour(self, _: object) -> Behaviour:
        return in_pieces(mutated(self.chance), self.chance)


OPTIONS: dict[str, Any] = {
    "token": TOKEN,
    "max_retries": 1,
    "timeout": 5,
    "deadline": 10,
    "max_response_size": 10**6,
}


def _sync(server: Server, calls: int, **options: Any) -> None:
    with Example(base_url=server.url, **OPTIONS, **options) as client:
        for number in range(calls):
            _documented(lambda number=number: getattr(client.things, ("get", "replace")[number % 2])("a"))


def _async(server: Server, calls: int, run: Callable[[Any], Any] = asyncio.run, **options: Any) -> None:
    async def runs() -> None:
        async with AsyncExample(base_url=server.url, **OPTIONS, **options) as client:
            for number in range(calls):
                try:
                    value = await getattr(client.things, ("get", "replace")[number % 2])("a")
                except errors.APIError as error:
                    _shown(error)
                else:
                    assert isinstance(value, Thing)

    run(runs())


def _documented(call: Callable[[], object]) -> None:
    try:
        value = call()
    except errors.APIError as error:
        _shown(error)
    else:
        assert isinstance(value, Thing)


def _shown(error: errors.APIError) -> None:
    """An error can be printed, and does not end a line or a terminal's patience."""
    assert str(error).isprintable()
    assert len(str(error)) < 2000
    assert TOKEN not in str(error)


@pytest.mark.parametrize("seed", range(6))
def test_bytes(seed: int) -> None:
    with Fuzzed(random.Random(seed)) as server:
        _sync(server, 60)


@pytest.mark.parametrize("seed", range(6, 12))
def test_bytes_for_tasks(seed: int) -> None:
    with Fuzzed(random.Random(seed)) as server:
        _async(server, 60)


@pytest.mark.parametrize("seed", range(12, 14))
def test_bytes_for_tasks_of_uvloop(seed: int) -> None:
    with Fuzzed(random.Random(seed)) as server:
        _async(server, 60, pytest.importorskip("uvloop").run)


@pytest.mark.parametrize("seed", range(3))
def test_bytes_over_tls(call: Any, transport: Any, seed: int) -> None:
    with Fuzzed(random.Random(seed), tls=certificate("loopback")) as server:
        run = _sync if "Async" not in transport.__name__ else _async
        run(server, 20, transport=transport(verify=trust("loopback")))


class NoTls(Server):
    """Says something else than TLS does, at once or in the middle of it."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__(close)
        self.chance = chance
        self.url = self.url.replace("http:", "https:")
        self.context = certificate("loopback")

    def _serve(self, connection: socket.socket) -> None:
        junk = self.chance.randbytes(self.chance.choice([0, 1, 5, 300]))
        at = self.chance.randrange(4)
        try:
            if at == 0:
                connection.sendall(junk)
            elif at == 1:
                connection.recv(1000)
                connection.sendall(b"\x16\x03\x03\x00\x05" + junk)
            else:
                secured = self.context.wrap_socket(connection, server_side=True)
                secured.recv(1000)
                if at == 2:
                    secured.sendall(reply(200, BODY)[: self.chance.randrange(200)])
                bare = socket.socket(fileno=secured.detach())
                bare.sendall(
                    self.chance.choice([b"\x17\x03\x03\x00\x20", b"\x15\x03\x03\x00\x02", b""]) + junk
                )
                bare.close()
        except OSError:
            pass
        close(connection)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_no_tls(transport: Any, seed: int) -> None:
    with NoTls(random.Random(seed)) as server:
        run = _sync if "Async" not in transport.__name__ else _async
        run(server, 15, transport=transport(verify=trust("loopback")))


class Listed(Server):
    """Answers with one header after the other, in a success, an error and a redirect."""

    def __init__(self, name: bytes, values: list[bytes]) -> None:
        responses: list[Behaviour] = []
        for value in values:
            for response in (SEEDS[0], SEEDS[1], SEEDS[3]):
                first, end, rest = response.partition(b"\r\n")
                content = first + end + name + b": " + value + b"\r\n" + rest
                responses.append(in_pieces(content, random.Random(1)))
        super().__init__(*responses)


@pytest.mark.parametrize("run", [_sync, _async], ids=["sync", "async"])
@pytest.mark.parametrize(("name", "values"), HEADERS, ids=[name.decode("latin-1") for name, _ in HEADERS])
def test_headers(run: Any, name: bytes, values: list[bytes]) -> None:
    with Listed(name, values) as server:
        run(server, len(server.behaviours) + 2)
