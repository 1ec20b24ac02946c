"""What the server sends for streams, pages and a file: `tests/documents/feeds.yaml`."""

from __future__ import annotations

import json
from functools import cache
from time import monotonic

ITEMS = 5_000
"""The items of a stream, and of all pages."""
PAGE = 100
TIMED = 200
"""The events that carry the time at which they were sent."""
PAUSE = 0.002
"""Seconds between them."""
FILE = bytes(range(256)) * 2**16
"""16 MiB."""
LINE = b'{"id":"0123456789abcdef","n":123456789}'
_READING = {
    "id": "0123456789abcdef",
    "at": "2026-03-02T09:14:27Z",
    "sensor": "north",
    "text": "x" * 180,
    "values": [1.5, 2.25, 3.0, 4.125, 99.5],
}
EVENT = json.dumps(_READING, separators=(",", ":")).encode()
_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: "


@cache
def answer(path: str) -> bytes | None:
    """The response to a request of a path; None for other paths."""
    lines, events = LINE + b"\n", b"data: " + EVENT + b"\n\n"
    match path.partition("?")[0]:
        case "/lines":
            return _whole(b"application/x-ndjson", lines * ITEMS)
        case "/events":
            return _whole(b"text/event-stream", events * ITEMS)
        case "/separate/events":
            pieces = b"%x\r\n%b\r\n" % (len(events), events) * ITEMS
            return _HEAD + b"text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n" + pieces + b"0\r\n\r\n"
        case "/file":
            return _whole(b"application/octet-stream", FILE)
        case "/readings":
            number = int(path.partition("cursor=")[2] or 0) + 1
            following = b'"%d"' % number if number < ITEMS // PAGE else b"null"
            items = b",".join([EVENT] * PAGE)
            return _whole(b"application/json", b'{"items":[%b],"next_cursor":%b}' % (items, following))
        case _:
            return None


def timed() -> bytes:
    """The head of a response with events that are sent one by one."""
    return _HEAD + b"text/event-stream\r\nconnection: close\r\n\r\n"


def timed_event() -> bytes:
    """An event that carries the time at which it is sent. This clock is that of all processes."""
    return b"data: " + json.dumps({**_READING, "values": [monotonic()]}).encode() + b"\n\n"


def sent_at(event: bytes) -> float | None:
    """The time that an event carries; None for anything else."""
    try:
        return float(json.loads(event.removeprefix(b"data: "))["values"][0])
    except ValueError:
        return None


def _whole(media_type: bytes, body: bytes) -> bytes:
    return _HEAD + media_type + b"\r\ncontent-length: %d\r\n\r\n" % len(body) + body
