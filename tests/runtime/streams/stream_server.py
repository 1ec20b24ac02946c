"""What a server sends of a stream, piece by piece."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from typing import Any

import stream_api as api
from fault_server import Behaviour, raw

Open = Callable[..., Any]
EVENTS = "text/event-stream"
LINES = "application/x-ndjson"
RECORDS = "application/json-seq"


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
