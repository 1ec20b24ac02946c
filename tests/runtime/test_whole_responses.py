"""No response is cut, and none is taken for another: sizes, compression, TLS, what is left over, forks."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import os
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN, certificate, trust
from fault_server import Behaviour, Received, Server, close, in_chunks, raw, reply, send
from msgspec import json
from package import errors
from package._runtime import Operation
from package._runtime._decompressed import Broken, decompressed

pytestmark = pytest.mark.slow  # `make quick` leaves it out

BODY = b'{"id":"a","size":1}'
OK = reply(200, BODY)
THING = Thing(id="a", size=1)
SMUGGLED = reply(200, {"id": "smuggled", "size": 0})
TEXT: Operation[str] = Operation(id="read", method="GET", path="/text", successes={200: {"text/plain": str}})


def coded(body: bytes, *codings: str) -> bytes:
    return reply(200, body, *(("Content-Encoding", coding) for coding in codings))


def bare_deflate(content: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush()


ZIPPED = gzip.compress(BODY)
HALVES = gzip.compress(BODY[:7]) + gzip.compress(BODY[7:])

WHOLE = {
    "gzip": coded(ZIPPED, "gzip"),
    "x-gzip": coded(ZIPPED, "x-gzip"),
    "two members": coded(HALVES, "gzip"),
    "a hundred members": coded(b"".join(gzip.compress(bytes([byte])) for byte in BODY), "gzip"),
    "an empty member between": coded(HALVES + gzip.compress(b""), "gzip"),
    "zeros behind": coded(ZIPPED + b"\0" * 512, "gzip"),
    "junk behind": coded(ZIPPED + b"junk", "gzip"),
    "deflate": coded(zlib.compress(BODY), "deflate"),
    "deflate without a header": coded(bare_deflate(BODY), "deflate"),
    "two codings": coded(gzip.compress(zlib.compress(BODY)), "deflate", "gzip"),
    "one header for two codings": coded(gzip.compress(gzip.compress(BODY)), "gzip, gzip"),
    "a coding that is none": coded(BODY, "utf-8"),
    "identity": coded(BODY, "identity"),
}


@pytest.mark.parametrize("response", WHOLE.values(), ids=WHOLE)
def test_what_is_compressed_is_read_to_its_end(call: Any, response: bytes) -> None:
    with Server(response) as server:
        assert call(server.url, "get", "a", times=2) == THING
    assert server.connections == 1


LARGE = json.encode({"id": "a", "size": 1, "note": os.urandom(150_000).hex()})

CUT = {
    "gzip": (gzip.compress(LARGE)[:-100_000], "gzip"),
    "gzip, its checksum": (gzip.compress(BODY)[:-8], "gzip"),
    "gzip, a byte": (gzip.compress(BODY)[:-1], "gzip"),
    "gzip, in its header": (gzip.compress(BODY)[:5], "gzip"),
    "gzip, the second member": (HALVES[:-5], "gzip"),
    "deflate": (zlib.compress(LARGE)[:-100_000], "deflate"),
    "deflate, its checksum": (zlib.compress(BODY)[:-4], "deflate"),
    "deflate without a header": (bare_deflate(BODY)[:-1], "deflate"),
    "gzip in gzip": (gzip.compress(gzip.compress(BODY)[:-1]), "gzip, gzip"),
}


@pytest.mark.parametrize(("body", "coding"), CUT.values(), ids=CUT)
def test_a_compressed_body_that_ends_early_is_not_whole(call: Any, body: bytes, coding: str) -> None:
    with Server(coded(body, coding)) as server, pytest.raises(errors.APIResponseError, match="ends early"):
        call(server.url, "get", "a")


@pytest.mark.parametrize("cut", range(0, 400, 7))
def test_a_stream_that_ends_anywhere(cut: int) -> None:
    """Whatever is left of several members, it is whole only where one of them ends."""
    members = [gzip.compress(bytes(range(n, n + 60))) for n in range(4)]
    content = b"".join(members)[: cut + 1]
    ends = [sum(map(len, members[:n])) for n in range(5)]
    # One or two bytes of a member cannot be told from what is allowed to stand behind one.
    is_whole = any(end <= len(content) <= end + 1 for end in ends[1:])
    if is_whole:
        assert len(decompressed(content, ["gzip"], 10**6, lambda: None)) % 60 == 0
        return
    with pytest.raises(Broken) as caught:
        decompressed(content, ["gzip"], 10**6, lambda: None)
    assert b"".join(bytes(range(n, n + 60)) for n in range(4)).startswith(caught.value.content)


def test_what_comes_out_just_when_all_has_gone_in() -> None:
    """zlib may hold back what is more than it was asked for, though it has the whole input."""
    for size in (2**20 - 1, 2**20, 2**20 + 1, 3 * 2**20):
        content = b"\0" * size
        assert decompressed(gzip.compress(content), ["gzip"], 10**8, lambda: None) == content


def test_junk_behind_a_compressed_body_counts(call: Any) -> None:
    """It is not copied again and again, and it is not beyond the limit."""
    junk = coded(ZIPPED + b"\xff" * (24 * 2**20), "gzip")
    with Server(junk) as server:
        used = time.process_time()
        assert call(server.url, "get", "a") == THING
        assert time.process_time() - used < 5
    with Server(junk) as server, pytest.raises(errors.APIResponseError, match="is larger than 1048576 bytes"):
        call(server.url, "get", "a", options={"max_response_size": 2**20})


def test_a_bomb_of_several_members_does_not_go_off(call: Any) -> None:
    bomb = gzip.compress(b" " * 2**20) * 64
    with Server(coded(bomb, "gzip")) as server, pytest.raises(errors.APIResponseError) as caught:
        call(server.url, "get", "a", options={"max_response_size": 2**22})
    assert "is larger than" in str(caught.value)
    assert len(caught.value.raw) == 2**22


def test_a_bomb_in_a_bomb_does_not_go_off(call: Any) -> None:
    bomb = gzip.compress(gzip.compress(b" " * 64 * 2**20))
    with Server(coded(bomb, "gzip, gzip")) as server, pytest.raises(errors.APIResponseError, match="larger"):
        call(server.url, "get", "a", options={"max_response_size": 2**20})


def test_more_codings_than_anybody_needs(call: Any) -> None:
    with (
        Server(coded(BODY, *["gzip"] * 99)) as server,
        pytest.raises(errors.APIResponseError, match="99 content"),
    ):
        call(server.url, "get", "a")


def test_we_ask_for_what_we_can_check(call: Any) -> None:
    with Server(OK) as server:
        call(server.url, "get", "a")
    assert server.received[0].headers["accept-encoding"] == "gzip, deflate"


def test_a_raw_response_is_not_cut_in_silence() -> None:
    with (
        Server(reply(200, b" " * 5000)) as server,
        Example(base_url=server.url, token=TOKEN, max_response_size=4999) as client,
        pytest.raises(errors.APIResponseError, match="is larger than 4999 bytes") as caught,
    ):
        client.with_raw_response(client.things.get, "a")
    assert len(caught.value.raw) == 4999


def test_an_async_raw_response_is_not_cut_in_silence() -> None:
    import asyncio

    async def run(url: str) -> None:
        async with AsyncExample(base_url=url, token=TOKEN) as client:
            await client.with_raw_response(client.things.get, "a")

    with (
        Server(coded(ZIPPED[:-1], "gzip")) as server,
        pytest.raises(errors.APIResponseError, match="ends early"),
    ):
        asyncio.run(run(server.url))


# TLS -------------------------------------------------------------------------------------------------


def cut(response: bytes) -> Behaviour:
    """Send a response, and close the connection without ending TLS."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(response)
        bare = socket.socket(fileno=os.dup(connection.fileno()))
        bare.shutdown(socket.SHUT_RDWR)
        bare.close()

    return behave


def ended(response: bytes) -> Behaviour:
    """Send a response, end TLS, and close."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(response)
        assert isinstance(connection, ssl.SSLSocket)
        connection.settimeout(0.2)
        with contextlib.suppress(OSError, ValueError):
            connection.unwrap()
        close(connection)

    return behave


def without_length(body: bytes, media_type: str = "text/plain") -> bytes:
    return raw(f"HTTP/1.1 200 OK\nContent-Type: {media_type}\nConnection: close", body)


@pytest.fixture
def read(request: pytest.FixtureRequest, call: Any, transport: Any) -> Callable[[str], object]:
    """Call an operation that returns text, over TLS."""
    import asyncio

    def sync(url: str) -> object:
        kind = transport(verify=trust("loopback"))
        with Example(base_url=url, token=TOKEN, transport=kind, max_retries=1) as client:
            return client.send(TEXT.request())

    async def run(url: str) -> object:
        kind = transport(verify=trust("loopback"))
        async with AsyncExample(base_url=url, token=TOKEN, transport=kind, max_retries=1) as client:
            return await client.send(TEXT.request())

    return sync if transport is httpx2.HTTPTransport else lambda url: asyncio.run(run(url))


def test_text_that_is_cut_off_by_the_end_of_tls(read: Any) -> None:
    """Only TLS can tell where it ends (RFC 9112 section 9.8), and it did not say so."""
    with (
        Server(cut(without_length(b"all but")), tls=certificate("loopback")) as server,
        pytest.raises(errors.APIConnectionError) as caught,
    ):
        read(server.url)
    assert caught.value.attempts == len(server.received) == 2
    assert not isinstance(caught.value, errors.APITimeoutError)


def test_text_that_ends_with_tls(read: Any) -> None:
    with Server(ended(without_length(b"all")), tls=certificate("loopback")) as server:
        assert read(server.url) == "all"


def test_text_that_says_how_long_it_is(read: Any) -> None:
    whole = raw("HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 3", b"all")
    with Server(cut(whole), tls=certificate("loopback")) as server:
        assert read(server.url) == "all"


CUT_OFF = {
    "JSON": (without_length(BODY, "application/json"), True),
    "JSON between spaces": (without_length(b" " + BODY + b"\n", "application/vnd.a+json; b=c"), True),
    "JSON that is not called so": (raw("HTTP/1.1 200 OK", BODY), True),
    "JSON without its end": (without_length(BODY[:-1], "application/json"), False),
    "a number": (without_length(b"17", "application/json"), False),
    "what may have had further lines": (without_length(BODY, "text/plain"), False),
    "what may have had further items": (without_length(BODY + b"\n", "application/jsonl"), False),
    "less than was stated": (
        raw("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 500", BODY),
        False,
    ),
    "no last chunk": (in_chunks(BODY, end=b""), False),
    "half of the last chunk": (in_chunks(BODY, end=b"0\r\n"), False),
}


@pytest.mark.parametrize(("response", "is_whole"), CUT_OFF.values(), ids=CUT_OFF)
def test_json_has_an_end_of_its_own(call: Any, transport: Any, response: bytes, is_whole: bool) -> None:
    options = {"transport": transport(verify=trust("loopback")), "max_retries": 0}
    with Server(cut(response), tls=certificate("loopback")) as server:
        if is_whole:
            assert call(server.url, "get", "a", options=options) == THING
        else:
            with pytest.raises(errors.APIConnectionError):
                call(server.url, "get", "a", options=options)


# Leftovers -------------------------------------------------------------------------------------------

EMPTY_LENGTH = raw("HTTP/1.1 204 No Content")
CHUNKED = raw(
    "HTTP/1.1 200 OK\nContent-Type: application/json\nTransfer-Encoding: chunked",
    b"13\r\n" + BODY + b"\r\n0\r\n\r\n",
)
LEFT = {
    "a response": SMUGGLED,
    "the beginning of one": b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Ignored: ",
    "a status that is none": b"HTTP/1.1 103 Early Hints\r\n\r\n",
    "one byte": b"H",
    "a line's end": b"\r\n",
    "junk": b"\0" * 1000,
}
BEFORE = {
    "with a length": OK,
    "in chunks": CHUNKED,
    "a failure": reply(503),
    "compressed": coded(ZIPPED, "gzip"),
}


@pytest.mark.parametrize("left", LEFT.values(), ids=LEFT)
@pytest.mark.parametrize("response", BEFORE.values(), ids=BEFORE)
def test_bytes_behind_a_response_are_never_the_next_one(call: Any, response: bytes, left: bytes) -> None:
    """F45, in the same segment: the connection is not used again, whatever is left in it."""
    with Server(response + left, OK) as server:
        assert call(server.url, "get", "a", times=2) == THING
    assert server.connections == 2
    assert "smuggled" not in repr(server.received)


def in_records(*parts: bytes) -> Behaviour:
    """Send each part as a record of TLS of its own, all in one segment."""

    def behave(connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 0)
        connection.setsockopt(socket.IPPROTO_TCP, getattr(socket, "TCP_CORK", socket.TCP_NODELAY), 1)
        for part in parts:
            connection.sendall(part)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.IPPROTO_TCP, getattr(socket, "TCP_CORK", socket.TCP_NODELAY), 0)

    return behave


@pytest.mark.parametrize("left", [SMUGGLED, SMUGGLED[:40]], ids=["a response", "the beginning of one"])
def test_records_behind_a_response_are_never_the_next_one(call: Any, transport: Any, left: bytes) -> None:
    with Server(in_records(OK, left), OK, tls=certificate("loopback")) as server:
        options = {"transport": transport(verify=trust("loopback"))}
        assert call(server.url, "get", "a", times=2, pause=lambda: time.sleep(0.05), options=options) == THING
    assert server.connections == 2


@pytest.mark.parametrize("pieces", [1, 2, 3])
def test_leftovers_of_a_response_that_fills_what_is_read_at_once(call: Any, pieces: int) -> None:
    """What stands behind it is then nowhere in the parser."""
    size = pieces * 65536
    body = BODY.ljust(size - len(reply(200, b" " * 50_000)) + 50_000)
    response = reply(200, body)
    response = reply(200, body[: len(body) - (len(response) - size)])
    assert len(response) == size
    with Server(response + SMUGGLED, OK) as server:
        assert call(server.url, "get", "a", times=2, pause=lambda: time.sleep(0.05)) == THING
    assert server.connections == 2


def test_a_connection_without_leftovers_is_used_again(call: Any) -> None:
    with Server(OK, CHUNKED, reply(503), coded(ZIPPED, "gzip"), OK) as server:
        assert call(server.url, "get", "a", times=4) == THING
    assert server.connections == 1


def test_a_connection_with_tls_without_leftovers_is_used_again(call: Any, transport: Any) -> None:
    options = {"transport": transport(verify=trust("loopback"))}
    with Server(OK, CHUNKED, OK, tls=certificate("loopback")) as server:
        assert call(server.url, "get", "a", times=4, options=options) == THING
    assert server.connections == 1


def test_bytes_behind_no_content(call: Any) -> None:
    uuid = "0b6a4b0f-6c1b-4a53-9c55-3f0a0d3d9c61"
    with Server(EMPTY_LENGTH + SMUGGLED, EMPTY_LENGTH) as server:
        assert call(server.url, "delete", uuid, times=2) is None
    assert server.connections == 2


def test_leftovers_by_a_callers_transport(call: Any, transport: Any) -> None:
    with Server(OK + SMUGGLED, OK) as server:
        assert call(server.url, "get", "a", times=2, options={"transport": transport()}) == THING
    assert server.connections == 2


@pytest.mark.parametrize("call", ["sync", "async"], indirect=True)
def test_a_release_of_httpx2_that_hides_its_parser_costs_only_connections(
    call: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import h11

    monkeypatch.delattr(h11.Connection, "trailing_data")
    monkeypatch.setattr(h11.Connection, "__getattr__", lambda *_: (b"", True), raising=False)
    with Server(OK) as server:
        assert call(server.url, "get", "a", times=3) == THING
    assert server.connections == 3


# Forks -----------------------------------------------------------------------------------------------


class Named(Server):
    """Answers with what was asked for, slowly enough that requests meet."""

    def behaviour(self, request: Received) -> Behaviour:
        thing = reply(200, {"id": request.target.rpartition("/")[2], "size": 1})

        def behave(connection: socket.socket) -> None:
            time.sleep(0.02)
            send(thing)(connection)

        return behave


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("shared", ["transport", "http_client", "own"])
def test_children_of_a_fork_get_their_own_responses(shared: str) -> None:
    """F70, also with a transport or a client that is the caller's."""
    with Named() as server:
        given: dict[str, Any] = {
            "transport": {"transport": httpx2.HTTPTransport()},
            "http_client": {"http_client": httpx2.Client()},
            "own": {},
        }[shared]
        client = Example(base_url=server.url, token=TOKEN, max_retries=0, **given)
        client.things.get("first")
        children = [_forked(client, f"child{number}") for number in range(3)]
        assert [client.things.get(f"parent{number}").id for number in range(10)] == [
            f"parent{number}" for number in range(10)
        ]
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
        assert server.connections == 4
        client.close()


def _forked(client: Example, name: str) -> int:
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            right = all(client.things.get(f"{name}-{n}").id == f"{name}-{n}" for n in range(10))
            os._exit(0 if right else 1)
        os._exit(2)
    return child


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize("shared", ["transport", "http_client", "own"])
@pytest.mark.parametrize("within", [False, True], ids=["between loops", "within a loop"])
def test_children_of_a_fork_get_their_own_responses_in_their_own_loop(shared: str, within: bool) -> None:
    given: dict[str, Any] = {
        "transport": {"transport": httpx2.AsyncHTTPTransport()},
        "http_client": {"http_client": httpx2.AsyncClient()},
        "own": {},
    }[shared]

    async def ask(name: str) -> bool:
        return all([(await client.things.get(f"{name}{n}")).id == f"{name}{n}" for n in range(5)])

    def fork() -> int:
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                os._exit(0 if asyncio.run(ask("child")) else 1)
            os._exit(2)
        return child

    async def run() -> bool:
        right = await ask("first")
        if within:
            children.append(fork())
        return right and await ask("parent")

    children: list[int] = []
    with Named() as server:
        client = AsyncExample(base_url=server.url, token=TOKEN, max_retries=0, **given)
        assert asyncio.run(run())
        if not within:
            children.append(fork())
            assert asyncio.run(run())
        assert [os.waitpid(child, 0)[1] for child in children] == [0]


def test_an_error_names_a_content_coding_that_was_not_asked_for(call: Any) -> None:
    response = reply(200, b"\x0b\x02\x80{}\x03", ("Content-Encoding", "DCB"))
    with Server(response) as server, pytest.raises(errors.APIResponseError) as caught:
        call(server.url, "get", "a")
    assert "is not JSON" in str(caught.value)
    assert "the content coding dcb, which was not asked for" in str(caught.value)
