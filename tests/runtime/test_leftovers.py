"""Bytes behind a response are never read as the next one; nor are those of another process."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import time
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example
from coded import BODY, OK, SMUGGLED, THING, ZIPPED, coded
from conftest import TOKEN, certificate, trust
from fault_server import Behaviour, Received, Server, raw, reply, send

pytestmark = pytest.mark.slow  # `make quick` leaves it out


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
