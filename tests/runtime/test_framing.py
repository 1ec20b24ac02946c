"""Where a response begins and ends: what is odd but allowed, and what is broken."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from api import Thing
from fault_server import Server, in_chunks, last, raw, reply
from package import errors

pytestmark = pytest.mark.slow

BODY = b'{"id":"a","size":1}'
OK = reply(200, BODY)
HEAD = "HTTP/1.1 200 OK\nContent-Type: application/json"
ZIPPED = gzip.compress(BODY)
ZIPPED_WITH_NAME = ZIPPED[:3] + b"\x08" + ZIPPED[4:10] + b"name\0" + ZIPPED[10:]


def coded(body: bytes) -> bytes:
    return reply(200, body, ("Content-Encoding", "gzip"))


ODD = {
    "chunks with extensions": in_chunks(BODY[:5], BODY[5:], extension=b';a=b;c="d e"'),
    "a trailer above ASCII": in_chunks(BODY, end=b"0\r\nX-T: 1\r\nX-U: \xff\xfe\r\n\r\n"),
    "a chunk for each byte": in_chunks(*(bytes([byte]) for byte in BODY)),
    "three responses that say to go on": raw("HTTP/1.1 100 Continue") * 3 + OK,
    "hints above ASCII": b"HTTP/1.1 103 Early\r\nLink: \xff\xfe\r\n\r\n" + OK,
    "no reason": OK.replace(b"200 Whatever", b"200"),
    "a reason above ASCII": OK.replace(b"Whatever", b"\xff\xfe"),
    "gzip with the name of a file": coded(ZIPPED_WITH_NAME),
    "an empty member first": coded(gzip.compress(b"") + ZIPPED),
}


@pytest.mark.parametrize("response", ODD.values(), ids=ODD)
def test_an_odd_response_is_read_to_its_end(call: Any, response: bytes) -> None:
    with Server(response) as server:
        assert call(server.url, "get", "a", times=2) == Thing(id="a", size=1)
    assert server.connections == 1


BROKEN = {
    "the size of a chunk with 0x": in_chunks(end=b"0x13\r\n" + BODY + b"\r\n0\r\n\r\n"),
    "the size of a chunk below 0": in_chunks(end=b"-13\r\n" + BODY + b"\r\n0\r\n\r\n"),
    "the size of a chunk with many digits": in_chunks(end=b"f" * 17 + b"\r\n" + BODY),
    "no line break behind a chunk": in_chunks(end=b"13\r\n" + BODY + b"0\r\n\r\n"),
    "half of the last chunk": in_chunks(BODY, end=b"0\r\n"),
    "two lengths": raw(f"{HEAD}\nContent-Length: 19\nContent-Length: 5", BODY),
    "a length in letters": raw(f"{HEAD}\nContent-Length: 0x13", BODY),
    "a length below 0": raw(f"{HEAD}\nContent-Length: -1", BODY),
    "a length of many digits": raw(f"{HEAD}\nContent-Length: {'9' * 400}", BODY),
    "NUL in a header": raw(f"{HEAD}\nX: a\0b\nContent-Length: 19", BODY),
    "gzip with another checksum": coded(ZIPPED[:-8] + bytes(4) + ZIPPED[-4:]),
    "gzip with another size": coded(ZIPPED[:-4] + b"\1\1\1\1"),
    "no gzip": coded(BODY),
}
REFUSED = (errors.APIConnectionError, errors.APIResponseError)


@pytest.mark.parametrize("response", BROKEN.values(), ids=BROKEN)
def test_a_broken_response_is_none(call: Any, response: bytes) -> None:
    with Server(last(response)) as server, pytest.raises(REFUSED) as caught:
        call(server.url, "get", "a", options={"max_retries": 0})
    assert not isinstance(caught.value, errors.APITimeoutError)
