"""Streams, and servers whose streams go wrong, sync and async: over a raw socket."""

from __future__ import annotations

import asyncio
import gc
import gzip
import json
import logging
import pickle
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
import stream_api as api
from conftest import TOKEN, certificate, trust
from fault_server import Behaviour, Server, close, hang, raw, reply, reset
from package import errors
from package._runtime._stream_items import StreamError
from package._runtime._stream_parts import Event, parts_of

pytestmark = pytest.mark.slow

Open = Callable[..., Any]
EVENTS = "text/event-stream"
LINES = "application/x-ndjson"
RECORDS = "application/json-seq"


def _fast(**options: Any) -> Any:
    from package.fast import FastTransport

    pytest.importorskip("httptools")  # `test_fast.py` fails without it
    return api.Async(transport=FastTransport(), **options)


@pytest.fixture(
    params=[api.Sync, api.Async, pytest.param(_fast, marks=pytest.mark.slow)], ids=["sync", "async", "fast"]
)
def reader(request: pytest.FixtureRequest) -> Iterator[Open]:
    """Make a client of a server's address."""
    opened: list[Any] = []

    def make(url: str, **options: Any) -> Any:
        opened.append(request.param(**{"base_url": url, "token": TOKEN} | options))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def head(media_type: str, *lines: str) -> bytes:
    told = ["HTTP/1.1 200 OK", f"Content-Type: {media_type}", "Transfer-Encoding: chunked", *lines]
    return raw("\n".join(told))


def chunk(content: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(content), content)


def stream(*pieces: bytes, media_type: str = EVENTS, lines: tuple[str, ...] = ()) -> bytes:
    """A whole response, in these chunks."""
    return head(media_type, *lines) + b"".join(map(chunk, pieces)) + b"0\r\n\r\n"


def event(value: object, name: str = "") -> bytes:
    named = f"event: {name}\n" if name else ""
    return f"{named}data: {json.dumps(value)}\n\n".encode()


def ns(*numbers: int) -> list[api.Chunk]:
    return [api.Chunk(n=number) for number in numbers]


def in_turn(*steps: bytes | Behaviour) -> Behaviour:
    def behave(connection: socket.socket) -> None:
        for step in steps:
            if isinstance(step, bytes):
                connection.sendall(step)
            else:
                step(connection)

    return behave


def waiting_for(gate: threading.Event) -> Behaviour:
    def behave(connection: socket.socket) -> None:
        del connection
        assert gate.wait(30)

    return behave


ONE, TWO = event({"n": 1}), event({"n": 2})
HELD = head(EVENTS) + chunk(ONE)


# What arrives


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


# Where it is left


@pytest.mark.parametrize("leave", ["block", "close"])
def test_leaving_a_stream_closes_its_connection(reader: Open, leave: str) -> None:
    with Server(in_turn(HELD, hang)) as server:
        client = reader(server.url)
        if leave == "block":
            assert client.first(api.CHUNKS) == api.Chunk(n=1)
        else:
            opened = client.open(api.CHUNKS)
            client.shut(opened)
            client.shut(opened)
        assert server.open_connections == 0


def test_a_task_that_is_cancelled_closes_its_stream() -> None:
    async def run(url: str) -> None:
        async with api._AsyncExample(base_url=url, token=TOKEN) as client:

            async def read() -> None:
                async with client.feeds.read(api.CHUNKS) as opened:
                    assert await anext(opened) == api.Chunk(n=1)
                    begun.set()
                    await anext(opened)

            begun = asyncio.Event()
            task = asyncio.create_task(read())
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(lambda: server.open_connections) == 0

    with Server(in_turn(HELD, hang)) as server:
        asyncio.run(run(server.url))


@pytest.mark.parametrize("tls", [None, certificate("loopback")], ids=["plain", "TLS"])
def test_another_thread_closes_a_stream_that_is_read(tls: Any) -> None:
    def read() -> None:
        for item in opened:
            got.append(item)
            begun.set()

    got: list[Any] = []
    begun = threading.Event()
    with (
        Server(in_turn(HELD, hang), tls=tls) as server,
        api._Example(
            base_url=server.url, token=TOKEN, transport=httpx2.HTTPTransport(verify=trust("loopback"))
        ) as client,
    ):
        opened = client.feeds.read(api.CHUNKS)
        reading = threading.Thread(target=read)
        reading.start()
        assert begun.wait(60)
        opened.close()
        reading.join(60)
        assert not reading.is_alive()
        assert got == ns(1)
        assert list(opened) == []
        assert server.open_connections == 0


@pytest.mark.parametrize("tls", [None, certificate("loopback")], ids=["plain", "TLS"])
def test_another_task_closes_a_stream_that_is_read(tls: Any) -> None:
    async def run(url: str) -> None:
        transport = httpx2.AsyncHTTPTransport(verify=trust("loopback"))
        async with api._AsyncExample(base_url=url, token=TOKEN, transport=transport) as client:
            opened = await client.feeds.read(api.CHUNKS)
            got: list[Any] = []
            begun = asyncio.Event()

            async def read() -> None:
                async for item in opened:
                    got.append(item)
                    begun.set()

            reading = asyncio.create_task(read())
            await begun.wait()
            await opened.close()
            await asyncio.wait_for(reading, 5)
            assert got == ns(1)
            assert await asyncio.to_thread(lambda: server.open_connections) == 0

    with Server(in_turn(HELD, hang), tls=tls) as server:
        asyncio.run(run(server.url))


def test_a_stream_says_that_its_client_was_closed(reader: Open) -> None:
    with Server(in_turn(HELD, hang)) as server:
        user = reader(server.url)
        opened = user.open(api.CHUNKS)
        assert user.next(opened) == ns(1)[0]
        user.close_client()
        with pytest.raises(errors.APIConnectionError, match="after 1 item: the client was closed") as raised:
            user.next(opened)
        assert raised.type is errors.APIConnectionError  # not that it took too long


def test_nothing_is_sent_before_an_async_stream_is_opened() -> None:
    async def run(url: str) -> None:
        async with api._AsyncExample(base_url=url, token=TOKEN) as client:
            opened = client.feeds.read(api.CHUNKS)
            assert "not open" in repr(opened)
            with pytest.raises(RuntimeError, match="not open"):
                _ = opened.headers
            await opened.close()
            assert server.received == []
            assert [one async for one in opened] == ns(1)
            with pytest.raises(StopAsyncIteration):
                await anext(opened)

    with Server(stream(ONE)) as server:
        asyncio.run(run(server.url))
        assert len(server.received) == 1


def test_a_stream_cannot_be_pickled(reader: Open) -> None:
    with Server(stream(ONE)) as server:
        client = reader(server.url)
        opened = client.open(api.CHUNKS)
        with pytest.raises(TypeError, match="stream"):
            pickle.dumps(opened)
        assert "listThings" in repr(opened)


def test_a_slow_caller_is_waited_for(reader: Open) -> None:
    """The server cannot send more than the buffers of the connection hold."""
    sent = [0]

    def fill(connection: socket.socket) -> None:
        while sent[0] < 2**30:
            connection.sendall(chunk(ONE * 1000))
            sent[0] += len(ONE) * 1000

    def flood(connection: socket.socket) -> None:
        connection.sendall(head(EVENTS))
        connection.settimeout(0.5)
        with pytest.raises(TimeoutError):
            fill(connection)
        blocked.set()

    blocked = threading.Event()
    with Server(flood) as server:
        client = reader(server.url)
        opened = client.open(api.CHUNKS)
        assert client.next(opened) == api.Chunk(n=1)
        assert blocked.wait(60)
        assert sent[0] < 2**25
        client.shut(opened)


# What goes wrong


def faults() -> dict[str, tuple[Any, tuple[bytes | Behaviour, ...], type[Exception], str]]:
    """The operation, what the server does, what is raised and how its message begins."""
    connection, response, said = errors.APIConnectionError, errors.APIResponseError, StreamError
    cut = "the stream was interrupted after 1 item"
    short = head(EVENTS, "Content-Encoding: gzip") + chunk(gzip.compress(ONE)[:-9]) + b"0\r\n\r\n"
    wrong = head(EVENTS, "Content-Encoding: gzip") + chunk(ONE)
    strange = head(EVENTS, "Content-Encoding: br") + chunk(ONE)
    failed = {"error": {"code": "overloaded", "message": "Later."}}
    telling = "the stream reports an error: overloaded: Later."
    return {
        "closed within a chunk": (api.CHUNKS, (HELD, b"ff\r\nda", close), connection, cut),
        "closed between chunks": (api.CHUNKS, (HELD, close), connection, cut),
        "reset": (api.CHUNKS, (HELD, reset), connection, ""),
        "not chunked": (api.CHUNKS, (HELD, b"xyz\r\n"), connection, cut),
        "shorter than it says": (
            api.CHUNKS,
            (raw(f"HTTP/1.1 200 OK\nContent-Type: {EVENTS}\nContent-Length: 999", ONE), close),
            connection,
            cut,
        ),
        "gzip ends early": (api.CHUNKS, (short,), response, "200 cannot be decompressed"),
        "not gzip": (api.CHUNKS, (wrong,), response, "200 cannot be decompressed"),
        "a coding that nobody asked for": (api.CHUNKS, (strange,), response, "200 has the content"),
        "HTML": (
            api.CHUNKS,
            (reply(200, b"<p>", content_type="text/html"),),
            response,
            "200 is text/html, not",
        ),
        "JSON": (
            api.CHUNKS,
            (reply(200, {"n": 1}),),
            response,
            "200 is application/json, not text/event-stream",
        ),
        "not JSON": (api.CHUNKS, (stream(ONE, b"data: {\n\n"),), response, "200 is not JSON"),
        "a list": (api.CHUNKS, (stream(event([1])),), response, "200 cannot be decoded"),
        "not JSON in a line": (api.LINES, (stream(b"{\n", media_type=LINES),), response, "200 is not JSON"),
        "half a line": (
            api.LINES,
            (stream(b'{"n": 1}\n{"n', media_type=LINES),),
            response,
            "200 is not JSON",
        ),
        "half a record": (
            api.RECORDS,
            (stream(b'\x1e{"n": \x1e{"n": 1}\n', media_type=RECORDS),),
            response,
            "200 is not JSON",
        ),
        "an event too large": (
            api.CHUNKS,
            (stream(ONE, b"data: " + b"x" * 3000),),
            response,
            "200 has an item of",
        ),
        "an event of many lines": (
            api.CHUNKS,
            (stream(b"data: x\n" * 3000),),
            response,
            "200 has an item of",
        ),
        "a line too large": (
            api.LINES,
            (stream(b"x" * 3000, media_type=LINES),),
            response,
            "200 has an item of",
        ),
        "a record too large": (
            api.RECORDS,
            (stream(b"\x1e" + b"x" * 3000, media_type=RECORDS),),
            response,
            "200 has an item of",
        ),
        "a bomb": (
            api.CHUNKS,
            (stream(gzip.compress(b"x" * 10**8), lines=("Content-Encoding: gzip",)),),
            response,
            "200 has an item of",
        ),
        "an event named error": (api.CHUNKS, (stream(ONE, event(failed, "error")),), said, telling),
        "an error as data": (api.CHUNKS, (stream(ONE, event(failed)),), said, telling),
        "an error as a line": (
            api.LINES,
            (stream(json.dumps(failed).encode(), media_type=LINES),),
            said,
            telling,
        ),
        "an error as text": (
            api.CHUNKS,
            (stream(b"event: error\ndata: went away\n\n"),),
            said,
            "the stream reports an error: went away",
        ),
        "an error among texts": (api.TEXTS, (stream(event(failed, "error")),), said, telling),
        "an error among JSON": (api.TOLD, (stream(event(failed, "error")),), said, telling),
        "silence": (api.CHUNKS, (HELD, hang), errors.APITimeoutError, f"{cut}: the deadline of 1 s"),
        "comments without end": (
            api.CHUNKS,
            (HELD, *[chunk(b":\n\n"), lambda _: threading.Event().wait(0.05)] * 100),
            errors.APITimeoutError,
            f"{cut}: the deadline of 1 s",
        ),
    }


FAULTS = faults()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_raised(reader: Open, fault: str) -> None:
    operation, steps, kind, message = FAULTS[fault]
    with Server(in_turn(*steps)) as server:
        deadline = 1.0 if kind is errors.APITimeoutError else 60.0  # a busy machine may be slow
        client = reader(server.url, deadline=deadline, max_response_size=2000)
        with pytest.raises(kind) as caught:
            client.all(operation)
        assert type(caught.value) is kind
        assert str(caught.value).startswith(message)
        assert (caught.value.operation, caught.value.attempts) == ("listThings", 1)
        assert len(server.received) == 1


def test_the_timeout_of_a_read_holds_for_streams(reader: Open) -> None:
    with Server(in_turn(HELD, hang)) as server:
        client = reader(server.url, timeout=1.0)
        opened = client.open(api.CHUNKS)
        assert client.next(opened) == api.Chunk(n=1)
        with pytest.raises(errors.APITimeoutError, match="next item timed out"):
            client.next(opened)


def test_an_error_within_a_stream_has_what_the_server_says(reader: Open) -> None:
    failed = {"error": {"code": "overloaded", "message": f"Not with {TOKEN}."}}
    with Server(stream(event(failed, "error"), lines=("X-Request-Id: r1",))) as server:
        with pytest.raises(StreamError) as caught:
            reader(server.url).all(api.CHUNKS)
        assert (caught.value.code, caught.value.status_code, caught.value.request_id) == (
            "overloaded",
            200,
            "r1",
        )
        assert json.loads(caught.value.raw) == failed
        assert TOKEN not in str(caught.value)
        again = pickle.loads(pickle.dumps(caught.value))
        assert (type(again), again.message) == (StreamError, caught.value.message)


def test_the_deadline_counts_between_items_and_not_for_all(reader: Open) -> None:
    pause = lambda _: threading.Event().wait(0.4)  # noqa: E731 - a step
    steps = [step for number in range(6) for step in (chunk(event({"n": number})), pause)]
    with Server(in_turn(head(EVENTS), *steps, b"0\r\n\r\n")) as server:
        assert reader(server.url, deadline=2.0).all(api.CHUNKS) == ns(*range(6))


def test_the_time_that_a_caller_takes_does_not_count(reader: Open) -> None:
    with Server(in_turn(HELD, lambda _: threading.Event().wait(0.3), chunk(TWO) + b"0\r\n\r\n")) as server:
        client = reader(server.url, deadline=2.0)
        opened = client.open(api.CHUNKS)
        assert client.next(opened) == api.Chunk(n=1)
        threading.Event().wait(2.5)
        assert [*client.rest(opened)] == ns(2)


def test_a_request_is_repeated_before_the_stream_begins_and_never_within(reader: Open) -> None:
    with Server(reply(503), in_turn(HELD, close), stream(ONE)) as server:
        client = reader(server.url, max_retries=3)
        with pytest.raises(errors.APIConnectionError) as caught:
            client.all(api.CHUNKS)
        assert caught.value.attempts == 2
        assert len(server.received) == 2


def test_a_status_that_is_no_success_is_raised_as_usual(reader: Open) -> None:
    failed = {"error": {"code": "no", "message": "No."}}
    with Server(reply(404, failed)) as server, pytest.raises(errors.NotFoundError, match="no: No"):
        reader(server.url).open(api.CHUNKS)


def test_an_item_that_deviates_is_decoded_leniently(reader: Open, caplog: pytest.LogCaptureFixture) -> None:
    with Server(stream(ONE, event({"n": "x"}), TWO)) as server:
        with caplog.at_level(logging.WARNING):
            one, strange, two = reader(server.url).all(api.CHUNKS)
        assert (one.n, strange.n, two.n) == (1, "x", 2)
        assert "$.n: wrong_type" in caplog.text
        with pytest.raises(errors.APIResponseError, match=r"\$.n"):
            reader(server.url, decoding="strict").all(api.CHUNKS)


def test_each_item_is_compared_with_the_document(reader: Open) -> None:
    found: list[Any] = []
    known = api.operation(api.Chunk, id="createThing")
    with Server(stream(ONE, event({"n": 2, "new": 1}))) as server:
        assert reader(server.url, on_drift=found.append).all(known) == ns(1, 2)
        assert [(one.kind, one.where) for one in found] == [("unknown_field", "$.new")]
        with pytest.raises(errors.DriftError):
            reader(server.url, on_drift="strict").all(known)


def test_a_raw_response_has_the_stream(reader: Open) -> None:
    with Server(stream(ONE)) as server:
        client = reader(server.url)
        response = client.raw(api.CHUNKS)
        assert response.status_code == 200
        assert [*client.rest(response.parse())] == ns(1)


@pytest.mark.parametrize("size", [1, 7, 64, 5000])
def test_items_are_the_same_however_the_body_is_cut(reader: Open, size: int) -> None:
    """Plain events are decoded together, others one by one."""
    plain = b"".join(event({"n": number}, "a" * (number % 3)) for number in range(40))
    odd = b'id: 1\n: c\ndata: {"n":\ndata: 40}\n\nevent: ping\ndata: x\n\n' + event({"n": "41"})
    body = plain + odd + event({"n": 42}) + b"data:\n\n" + event({"n": 43})
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    wanted = [*range(41), "41", 42, 43]
    with Server(stream(*pieces)) as server:
        assert [one.n for one in reader(server.url).all(api.CHUNKS)] == wanted
    lines = b"".join(b'{"n": %d}\r\n\n' % number for number in range(40)) + b'{"n": "x"}'
    pieces = [lines[at : at + size] for at in range(0, len(lines), size)]
    with Server(stream(*pieces, media_type=LINES)) as server:
        assert [one.n for one in reader(server.url).all(api.LINES)] == [*range(40), "x"]


def test_an_id_is_known_with_its_item_and_not_before(reader: Open) -> None:
    body = ONE + TWO + b"id: 3\n" + event({"n": 3}) + b"id: 4\n" + event({"n": 4})
    with Server(stream(body)) as server:
        client = reader(server.url)
        opened = client.open(api.CHUNKS)
        ids = []
        for number in range(1, 5):
            assert client.next(opened) == api.Chunk(n=number)
            ids.append(opened.last_event_id)
        assert ids == ["", "", "3", "4"]


@pytest.mark.parametrize(
    "bad", [b'{"n": 1}, {"n": 2}', b'{"n": 1}{"n": 2}\n', b'{"n": 1', b'"n": 1}', b'{"n": 1}]']
)
def test_lines_that_are_no_values_are_not_put_together(reader: Open, bad: bytes) -> None:
    body = b'{"n": 0}\n' + bad + b'\n{"n": 3}\n'
    with Server(stream(body, media_type=LINES)) as server:
        client = reader(server.url)
        opened = client.open(api.LINES)
        assert client.next(opened) == api.Chunk(n=0)
        with pytest.raises(errors.APIResponseError, match="is not JSON"):
            client.next(opened)


def test_an_event_with_two_values_is_not_made_up_for_by_one_without(reader: Open) -> None:
    with Server(stream(ONE + b'data: {"n": 2}\ndata: {"n": 3}\n\nevent: ping\ndata: x\n\n')) as server:
        client = reader(server.url)
        opened = client.open(api.CHUNKS)
        assert client.next(opened) == api.Chunk(n=1)
        with pytest.raises(errors.APIResponseError, match="is not JSON"):
            client.next(opened)


def test_an_async_stream_that_is_left_without_a_block_is_closed() -> None:
    """At once, without garbage collection, as a sync one is."""

    async def left(server: Server) -> int:
        async with asyncio.timeout(30), api.Async(base_url=server.url, token=TOKEN).client as client:
            async for _ in client.feeds.read(api.CHUNKS):
                break
            return await asyncio.to_thread(lambda: server.open_connections)

    gc.disable()
    try:
        with Server(in_turn(HELD, hang)) as server:
            assert asyncio.run(left(server)) == 0
    finally:
        gc.enable()
