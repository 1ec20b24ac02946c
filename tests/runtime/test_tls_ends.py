"""Responses without a length, which end with their TLS connection."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import ssl
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example
from coded import BODY, THING
from conftest import TOKEN, certificate, trust
from fault_server import Behaviour, Server, close, in_chunks, raw
from package import errors
from package._runtime import Operation

pytestmark = pytest.mark.slow  # `make quick` leaves it out
TEXT: Operation[str] = Operation(id="read", method="GET", path="/text", successes={200: {"text/plain": str}})


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
