"""Servers that send slowly, or without an end."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable

from api import Thing
from fault_server import Behaviour, hang, raw, reply

OK = reply(200, {"id": "a", "size": 1})
THING = Thing(id="a", size=1)
PATIENCE = 60
"""Seconds that a fault lasts; a test that waits for its end fails, on however slow a machine."""


def for_long(act: Callable[[socket.socket], None], every: float = 0.01) -> Behaviour:
    """Do something again and again, until the other side has had enough."""

    def behave(connection: socket.socket) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            act(connection)
            time.sleep(every)

    return behave


def a_byte_then_silence(connection: socket.socket) -> None:
    connection.sendall(b"H")
    hang(connection)


def half_a_head(connection: socket.socket) -> None:
    connection.sendall(OK[:30])
    hang(connection)


def half_a_body(connection: socket.socket) -> None:
    connection.sendall(OK[:-5])
    hang(connection)


def drip_head(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for_long(lambda to: to.sendall(b"x"))(connection)


def drip_status(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 ")
    for_long(lambda to: to.sendall(b"O"), 0.05)(connection)


def drip_chunks(connection: socket.socket) -> None:
    connection.sendall(raw("HTTP/1.1 200 OK\nContent-Type: application/json\nTransfer-Encoding: chunked"))
    for_long(lambda to: to.sendall(b"1\r\n \r\n"))(connection)


def drip_trailers(connection: socket.socket) -> None:
    connection.sendall(raw("HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"0\r\n"))
    for_long(lambda to: to.sendall(b"x"))(connection)


def endless_hints(connection: socket.socket) -> None:
    for_long(lambda to: to.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n"))(connection)


def flood_of_hints(connection: socket.socket) -> None:
    for_long(lambda to: to.sendall(b"HTTP/1.1 102 Processing\r\n\r\n" * 100), 0)(connection)


def zipped_nothing(connection: socket.socket) -> None:
    """A gzip stream of empty blocks: whoever decompresses it gets nothing to look at a clock for."""
    connection.sendall(raw("HTTP/1.1 200 OK\nContent-Encoding: gzip\nConnection: close"))
    connection.sendall(gzip.compress(b"")[:10])
    for_long(lambda to: to.sendall(b"\x00\x00\x00\xff\xff"))(connection)


def endless_gzip_header(connection: socket.socket) -> None:
    connection.sendall(raw("HTTP/1.1 200 OK\nContent-Encoding: gzip\nConnection: close"))
    connection.sendall(b"\x1f\x8b\x08\x08" + b"\0" * 6)
    for_long(lambda to: to.sendall(b"name"))(connection)


SLOW = [
    hang,
    a_byte_then_silence,
    half_a_head,
    half_a_body,
    drip_head,
    drip_status,
    drip_chunks,
    drip_trailers,
    endless_hints,
    flood_of_hints,
    zipped_nothing,
    endless_gzip_header,
]
