"""Servers whose streams go wrong, over a raw socket."""

from __future__ import annotations

import gzip
import json
import logging
import pickle
import threading
from typing import Any

import pytest
import stream_api as api
from conftest import TOKEN
from fault_server import Behaviour, Server, close, hang, raw, reply, reset
from package import errors
from package._runtime._stream_items import StreamError

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
)

pytestmark = pytest.mark.slow


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
