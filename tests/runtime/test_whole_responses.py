"""No response is cut, and none is taken for another: sizes, compression, TLS, what is left over, forks."""

from __future__ import annotations

import asyncio
import gzip
import os
import time
import zlib
from typing import Any

import pytest
from api import AsyncExample, Example
from coded import BODY, OK, THING, ZIPPED, bare_deflate, coded
from conftest import TOKEN
from fault_server import Server, reply
from msgspec import json
from package import errors
from package._runtime._decompressed import Broken, decompressed

pytestmark = pytest.mark.slow  # `make quick` leaves it out
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

    async def run(url: str) -> None:
        async with AsyncExample(base_url=url, token=TOKEN) as client:
            await client.with_raw_response(client.things.get, "a")

    with (
        Server(coded(ZIPPED[:-1], "gzip")) as server,
        pytest.raises(errors.APIResponseError, match="ends early"),
    ):
        asyncio.run(run(server.url))


def test_an_error_names_a_content_coding_that_was_not_asked_for(call: Any) -> None:
    response = reply(200, b"\x0b\x02\x80{}\x03", ("Content-Encoding", "DCB"))
    with Server(response) as server, pytest.raises(errors.APIResponseError) as caught:
        call(server.url, "get", "a")
    assert "is not JSON" in str(caught.value)
    assert "the content coding dcb, which was not asked for" in str(caught.value)
