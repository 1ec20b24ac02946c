"""Streams: what arrives, and when, over a raw socket."""

from __future__ import annotations

import logging
import threading
import zlib
from typing import Any

import pytest
import stream_api as api
from fault_server import Server, hang, raw
from package import errors
from package._runtime._stream_parts import Event, parts_of

from tests.runtime.streams.stream_server import (
    EVENTS,
    HELD,
    LINES,
    ONE,
    RECORDS,
    TWO,
    Open,
    chunk,
    event,
    head,
    in_turn,
    ns,
    stream,
    waiting_for,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("operation", "media_type", "first", "second"),
    [
        (api.CHUNKS, EVENTS, ONE, TWO),
        (api.LINES, LINES, b'{"n": 1}\n', b'{"n": 2}'),
        (api.RECORDS, RECORDS, b'\x1e{"n": 1}\n', b'\x1e{\n"n": 2}\n'),
    ],
)
def test_an_item_is_delivered_while_the_server_waits(
    reader: Open, operation: Any, media_type: str, first: bytes, second: bytes
) -> None:
    gate = threading.Event()
    steps = (head(media_type) + chunk(first), waiting_for(gate), chunk(second) + b"0\r\n\r\n")
    with Server(in_turn(*steps)) as server:
        client = reader(server.url)
        opened = client.open(operation)
        assert client.next(opened) == api.Chunk(n=1)
        gate.set()
        assert [*client.rest(opened)] == ns(2)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw"])
def test_a_compressed_item_is_delivered_while_the_server_waits(reader: Open, coding: str) -> None:
    window = {"gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS, "raw": -zlib.MAX_WBITS}[coding]
    packed = zlib.compressobj(wbits=window)
    first = packed.compress(ONE) + packed.flush(zlib.Z_SYNC_FLUSH)
    second = packed.compress(TWO) + packed.flush()
    gate, said = threading.Event(), f"Content-Encoding: {coding.replace('raw', 'deflate')}"
    steps = (head(EVENTS, said) + chunk(first), waiting_for(gate), chunk(second) + b"0\r\n\r\n")
    with Server(in_turn(*steps)) as server:
        client = reader(server.url)
        opened = client.open(api.CHUNKS)
        assert client.next(opened) == api.Chunk(n=1)
        gate.set()
        assert [*client.rest(opened)] == ns(2)


SAID = "\ufeff: hello\nevent: a\nid: 7\nretry: 50\ndata: one\ndata:two\n\ndata\n\nnothing: x\n\n"


SAID += "id: no\0\ndata:  a:b\ndata\n\nretry: x\nid\ndata: \u00e9\n\nid: 9\n\ndata: cut off"

HEARD = [
    (b"one\ntwo", "a", "7", 50),
    (b"", "", None, None),
    (b" a:b\n", "", None, None),
    ("\u00e9".encode(), "", "", None),
    (None, "", "9", None),
]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_events_are_cut_as_the_standard_says(end: str, size: int) -> None:
    content = SAID.replace("\n", end).encode()
    events = parts_of(EVENTS, 1000, None)
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    found: list[Any] = [one for piece in pieces for one in events.apart(events.of(piece))]
    assert events.rest() == []
    assert [(one.data, one.name, one.id, one.retry) for one in found] == HEARD


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_only_names_of_interest_are_kept(size: int) -> None:
    content = b"event: a\ndata: 1\n\nevent: b\ndata: 2\n\nid: 3\nevent: b\ndata: 3\n\nevent: b\ndata: 4\n\n"
    events = parts_of(EVENTS, 1000, {"a"})
    found = [one for at in range(0, len(content), size) for one in events.of(content[at : at + size])]
    assert found == [Event(b"1", "a"), b"2", Event(b"3", id="3"), b"4"]


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_lines_and_records_are_cut_wherever_pieces_end(size: int) -> None:
    def cut(media_type: str, content: bytes) -> list[Any]:
        parts = parts_of(media_type, 100, None)
        pieces = [content[at : at + size] for at in range(0, len(content), size)]
        return [*(one for piece in pieces for one in parts.apart(parts.of(piece))), *parts.rest()]

    assert cut(LINES, b'\xef\xbb\xbf{"n": 1}\r\n\n{"n": 2}') == [b'{"n": 1}', b'{"n": 2}']
    assert cut(RECORDS, b'\x1e{"n":\n1}\n\x1e\n\x1e{"n": 2}') == [b'{"n":\n1}', b'{"n": 2}']


def test_the_sentinel_ends_the_stream(reader: Open) -> None:
    with Server(in_turn(HELD, chunk(b"data: [DONE]\n\n"), hang)) as server:
        assert reader(server.url).all(api.CHUNKS) == ns(1)


def peculiarities() -> dict[str, tuple[Any, bytes, list[int]]]:
    """What servers send that is odd and still clear: the operation, the response, the items."""

    def lines(content: bytes, media_type: str = LINES) -> bytes:
        return stream(content, media_type=media_type)

    two = b'{"n": 1}\n{"n": 2}\n'
    return {
        "lines that end with CR": (api.CHUNKS, stream((ONE + TWO).replace(b"\n", b"\r")), [1, 2]),
        "CRLF in two chunks": (api.CHUNKS, stream(b'data: {"n": 1}\r', b"\n\r", b"\n", TWO), [1, 2]),
        "a byte order mark": (api.CHUNKS, stream(b"\xef", b"\xbb", b"\xbf" + ONE), [1]),
        "no space": (api.CHUNKS, stream(b'data:{"n": 1}\n\n'), [1]),
        "comments": (api.CHUNKS, stream(b":\n\n", b": ping\n\n", ONE), [1]),
        "unknown fields": (api.CHUNKS, stream(b"foo: x\nDATA: y\n" + ONE), [1]),
        "no data": (api.CHUNKS, stream(b"data:\n\nevent: open\ndata\n\n", ONE), [1]),
        "an event to keep it open": (api.CHUNKS, stream(event({}, "ping"), ONE), [1]),
        "text to keep it open": (api.CHUNKS, stream(b"event: keepalive\ndata: 17:00\n\n", ONE), [1]),
        "an item called so": (api.CHUNKS, stream(event({"n": 1}, "heartbeat")), [1]),
        "a space behind the sentinel": (api.CHUNKS, stream(ONE, b"data: [DONE] \n\n", TWO), [1]),
        "a name of the sentinel": (api.CHUNKS, stream(ONE, b"event: done\ndata:[DONE]\n\n"), [1]),
        "an error that is null": (api.CHUNKS, stream(event({"n": 1, "error": None})), [1]),
        "cut within an event": (api.CHUNKS, stream(ONE, b'data: {"n": 2}\n'), [1]),
        "a media type in capitals": (
            api.CHUNKS,
            stream(ONE, media_type="Text/Event-Stream;charset=UTF-8"),
            [1],
        ),
        "lines with CRLF, and empty ones": (api.LINES, lines(b"\r\n" + two + b" \r\n"), [1, 2]),
        "lines with a byte order mark": (api.LINES, lines(b"\xef\xbb\xbf" + two), [1, 2]),
        "no end of the last line": (api.LINES, lines(two[:-1]), [1, 2]),
        "another name of lines": (api.LINES, lines(two, "application/jsonl"), [1, 2]),
        "lines as text": (api.LINES, lines(two, "text/plain"), [1, 2]),
        "lines as JSON": (api.LINES, lines(two, "application/json; charset=utf-8"), [1, 2]),
        "lines as bytes": (api.LINES, lines(two, "application/octet-stream"), [1, 2]),
        "no separator of the first record": (
            api.RECORDS,
            lines(b'{"n": 1}\n\x1e{"n": 2}\n', RECORDS),
            [1, 2],
        ),
        "records without line feeds": (api.RECORDS, lines(b'\x1e{"n": 1}\x1e{"n": 2}', RECORDS), [1, 2]),
        "separators without records": (api.RECORDS, lines(b'\x1e\x1e{"n": 1}\n\x1e', RECORDS), [1]),
    }


PECULIARITIES = peculiarities()


@pytest.mark.parametrize("name", PECULIARITIES)
def test_what_is_odd_and_still_clear_is_read(reader: Open, name: str) -> None:
    operation, response, items = PECULIARITIES[name]
    with Server(response) as server:
        assert reader(server.url).all(operation) == ns(*items)


def test_another_media_type_of_the_kind_is_reported(reader: Open, caplog: pytest.LogCaptureFixture) -> None:
    with Server(stream(b'{"n": 1}\n', media_type="application/jsonl")) as server:
        with caplog.at_level(logging.WARNING):
            assert reader(server.url).all(api.LINES) == ns(1)
        assert f"$: wrong_type, expected {LINES}" in caplog.text
        with pytest.raises(errors.APIResponseError, match="is application/jsonl, not"):
            reader(server.url, decoding="strict").all(api.LINES)


def test_texts_are_the_data_itself(reader: Open) -> None:
    with Server(stream(b'data: a\n\ndata: {\ndata: "b"\n\ndata: "c"\n\n')) as server:
        assert reader(server.url).all(api.TEXTS) == ["a", '{\n"b"', '"c"']


def test_events_whole_and_their_ids(reader: Open) -> None:
    with Server(stream(b'event: e\nid: 5\ndata: "x"\n\ndata: 1\n\n')) as server:
        client = reader(server.url)
        opened = client.open(api.EVENTS)
        assert client.next(opened) == api.Event(event="e", id="5", data='"x"')
        assert (opened.last_event_id, opened.status_code) == ("5", 200)
        assert [*client.rest(opened)] == [api.Event(data="1")]
        assert opened.last_event_id == "5"


def test_events_with_json(reader: Open) -> None:
    with Server(stream(b'id: 5\ndata: {"n":\ndata: 1}\n\ndata: [DONE]\n\n')) as server:
        assert reader(server.url).all(api.TOLD) == [api.Told(id="5", data=api.Chunk(n=1))]


def test_no_content_is_an_empty_stream(reader: Open) -> None:
    with Server(raw("HTTP/1.1 204 No Content"), stream()) as server:
        operation = api.operation(api.Chunk, successes={200: {EVENTS: api.Chunk}, 204: None})
        assert reader(server.url).all(operation) == []
        assert reader(server.url).all(operation) == []


def test_the_connection_is_used_again_after_a_whole_stream(reader: Open) -> None:
    with Server(stream(ONE)) as server:
        client = reader(server.url)
        assert [client.all(api.CHUNKS) for _ in range(3)] == [ns(1)] * 3
        assert server.connections == 1


def test_the_request_says_what_is_accepted(reader: Open) -> None:
    with Server(stream(ONE)) as server:
        reader(server.url).all(api.CHUNKS, query={"a": 1})
    assert server.received[0].headers["accept"].startswith(EVENTS)
    assert server.received[0].target == "/v1/things?a=1"
