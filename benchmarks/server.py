"""A minimal server in a process of its own, so that the clients are the bottleneck.

It supports the part of HTTP/1.1 that the candidates use: requests with a `content-length`, on persistent
connections. It responds to each with the same cluster, or with what `feeds` has for the path.
"""

from __future__ import annotations

import asyncio
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import cast

from benchmarks import ROOT, exchange, feeds

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_BLANK_LINE = b"\r\n\r\n"
_TURNS = 200


@contextmanager
def serving() -> Iterator[int]:
    """Run the server and yield its port on loopback. It ends when its standard input is closed."""
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listening:
        number = listening.fileno()
        command = [sys.executable, "-m", "benchmarks.server", str(number)]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, pass_fds=[number]):
            yield listening.getsockname()[1]


def capacity(port: int) -> float:
    """The number of sequential requests per second of a client without any overhead.

    It writes a prepared request to the socket and reads the response without parsing it.
    """
    with socket.create_connection(("127.0.0.1", port)) as connection:
        return _TURNS / min(_turns(connection) for _ in range(20))


def _turns(connection: socket.socket) -> float:
    body = b'{"name":"payments-production"}'
    request = b"PUT / HTTP/1.1\r\nhost: localhost\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body)
    length = len(_answer())
    started = perf_counter()
    for _ in range(_TURNS):
        connection.sendall(request)
        connection.recv(length, socket.MSG_WAITALL)
    return perf_counter() - started


class _Connection(asyncio.Protocol):
    """Responds to each request as soon as its last byte has arrived."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # the arguments of a TCP server

    def data_received(self, data: bytes) -> None:
        received = self._received + data
        while (head := received.find(_BLANK_LINE)) >= 0:
            length = _LENGTH.search(received, 0, head)
            end = head + len(_BLANK_LINE) + (int(length[1]) if length else 0)
            if len(received) < end:
                break
            path = received[:head].split(b" ", 2)[1].decode("ascii")
            received = received[end:]
            if path == "/timed/events":
                self._timed = asyncio.ensure_future(self._send_timed())
            else:
                self._transport.write(feeds.answer(path) or self._answer)
        self._received = received

    async def _send_timed(self) -> None:
        self._transport.write(feeds.timed())
        for _ in range(feeds.TIMED):
            await asyncio.sleep(feeds.PAUSE)
            self._transport.write(feeds.timed_event())
        self._transport.close()


def _answer() -> bytes:
    content = exchange.one()
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
    return head % len(content) + content


async def _serve(listening: socket.socket) -> None:
    answer = _answer()
    async with await asyncio.get_running_loop().create_server(lambda: _Connection(answer), sock=listening):
        await asyncio.to_thread(sys.stdin.buffer.read)


if __name__ == "__main__":
    asyncio.run(_serve(socket.socket(fileno=int(sys.argv[1]))))
