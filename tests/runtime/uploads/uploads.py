"""What can be uploaded, and how it arrives."""

from __future__ import annotations

import gzip
import io
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from fault_server import Received, Server, reply

SENT = reply(204)
BUSY = reply(503)
CONTENT = bytes(range(256)) * 4096
"""A megabyte: several chunks."""


def pieces(content: bytes = CONTENT, size: int = 100_000) -> Iterator[bytes]:
    yield from (content[start : start + size] for start in range(0, len(content), size))


def framing(request: Received) -> tuple[str | None, str | None]:
    return request.headers.get("content-length"), request.headers.get("transfer-encoding")


class Pipe(io.RawIOBase):
    """A file that cannot be sought in."""

    def __init__(self, content: bytes = CONTENT) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return self._content.read(size)


def in_parts(request: Received) -> list[bytes]:
    """The parts, each with its headers."""
    boundary = request.headers["content-type"].partition("boundary=")[2]
    return re.split(rb"(?:\r\n)?--" + boundary.encode() + rb"(?:\r\n|--\r\n)", request.body)[1:-1]


KNOWN: dict[str, Callable[[Path], object]] = {
    "path": lambda path: path,
    "open file": lambda path: path.open("rb"),
    "file in memory": lambda path: io.BytesIO(path.read_bytes()),
    "compressed file": lambda path: gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(path.read_bytes()))),
}

UNKNOWN: dict[str, Callable[[Path], object]] = {
    "pipe": lambda _: Pipe(),
    "iterator": lambda _: pieces(),
    "iterator of buffers": lambda _: iter([b"", bytearray(CONTENT), memoryview(b"")]),
}

EITHER = KNOWN | UNKNOWN


class Early(Server):
    """Answers once it has read the head of a request."""

    def _serve(self, connection: socket.socket) -> None:
        connection.recv(1000)
        self.behaviours[0](connection)
