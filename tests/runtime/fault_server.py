"""A server on loopback that does what it is told, over a raw socket: also what no HTTP library would do.

with Server(reply(503), reply(200, b"{}")) as server:
    ...  # the first request is answered with 503, all others with 200
"""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Self

Behaviour = Callable[[socket.socket], None]
"""Does something with a connection whose request has been read; it may close it."""


@dataclass(frozen=True)
class Received:
    """A request as it came."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """Answers the first request with the first behaviour, and so on; the last one repeats."""

    behaviours: list[Behaviour]
    received: list[Received] = field(default_factory=list)
    connections: int = 0
    """How many were accepted."""

    def __init__(self, *behaviours: Behaviour | bytes, tls: ssl.SSLContext | None = None) -> None:
        self.behaviours = [send(one) if isinstance(one, bytes) else one for one in behaviours]
        self.received = []
        self.connections = 0
        self._tls = tls
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in tuple(self._open):
            close(connection)

    @property
    def open_connections(self) -> int:
        """How many the other side has not closed yet; it is given time."""
        _wait_until(lambda: not self._open)
        return len(self._open)

    def arrived(self, number: int) -> int:
        """How many requests have been read, once it is so many: a caller may give up before that."""
        _wait_until(lambda: len(self.received) >= number)
        return len(self.received)

    def behaviour(self, request: Received) -> Behaviour:
        """What follows a request; here it is told by how many came before."""
        return self.behaviours[min(len(self.received), len(self.behaviours) - 1)]

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            self._open.add(connection)
            for request in _requests(connection):
                with self._lock:
                    behaviour = self.behaviour(request)
                    self.received.append(request)
                behaviour(connection)
        close(connection)
        self._open.discard(connection)


def _wait_until(condition: Callable[[], bool]) -> None:
    """Wait for what will come, however busy the machine is; for a minute, if it does not."""
    for _ in range(6000):
        if condition():
            break
        time.sleep(0.01)


def _requests(connection: socket.socket) -> Iterator[Received]:
    """Read requests until the other side closes.

    Not with `makefile`: the file would keep the socket open when a behaviour closes it.
    """
    read = b""
    while True:
        while b"\r\n\r\n" not in read:
            if not (more := connection.recv(65536)):
                return
            read += more
        head, _, read = read.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        if headers.get("transfer-encoding") == "chunked":
            body, read = _chunked(connection, read)
        else:
            length = int(headers.get("content-length", 0))
            while len(read) < length:
                read += _more(connection)
            body, read = read[:length], read[length:]
        method, target, _ = first.split(" ", 2)
        yield Received(method, target, headers, body)


def _more(connection: socket.socket) -> bytes:
    if not (more := connection.recv(65536)):
        raise OSError("the request ends in its body")
    return more


def _chunked(connection: socket.socket, read: bytes) -> tuple[bytes, bytes]:
    """A body in chunks, and what follows it."""
    body = b""
    while True:
        while b"\r\n" not in read:
            read += _more(connection)
        size, _, read = read.partition(b"\r\n")
        length = int(size, 16)
        while len(read) < length + 2:
            read += _more(connection)
        body, read = body + read[:length], read[length + 2 :]
        if not length:
            return body, read


def reply(
    status: int,
    body: object = b"",
    /,
    *headers: tuple[str, str],
    content_type: str = "application/json",
    reason: str = "Whatever",
) -> bytes:
    """A well-formed response; what is not bytes is sent as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [
        f"HTTP/1.1 {status} {reason}",
        f"Content-Length: {len(content)}",
        f"Content-Type: {content_type}",
    ]
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join([*lines, "", ""]).encode() + content


def raw(head: str, body: bytes = b"") -> bytes:
    """A response with exactly these lines above its body."""
    return head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body


def in_chunks(*chunks: bytes, extension: bytes = b"", end: bytes = b"0\r\n\r\n") -> bytes:
    """A response of JSON in chunks, and what follows them."""
    sent = b"".join(b"%x%s\r\n%s\r\n" % (len(chunk), extension, chunk) for chunk in chunks)
    return raw("HTTP/1.1 200 OK\nContent-Type: application/json\nTransfer-Encoding: chunked", sent + end)


def zipped(body: bytes) -> bytes:
    """A response whose body is compressed."""
    return reply(200, gzip.compress(body), ("Content-Encoding", "gzip"))


def send(response: bytes) -> Behaviour:
    """Answer, and keep the connection."""
    return lambda connection: connection.sendall(response)


def last(response: bytes) -> Behaviour:
    """Answer, and close."""

    def behaviour(connection: socket.socket) -> None:
        connection.sendall(response)
        close(connection)

    return behaviour


def close(connection: socket.socket) -> None:
    """Close both directions at once, also while another thread reads."""
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


def reset(connection: socket.socket) -> None:
    """Close with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def hang(connection: socket.socket) -> None:
    """Never answer."""
    with contextlib.suppress(OSError):
        connection.recv(1)


def after(seconds: float, behaviour: Behaviour | bytes) -> Behaviour:
    """Do it later."""
    then = send(behaviour) if isinstance(behaviour, bytes) else behaviour

    def behave(connection: socket.socket) -> None:
        time.sleep(seconds)
        then(connection)

    return behave


def drip(response: bytes, *, each: Callable[[], None]) -> Behaviour:
    """Send the head, then the body byte by byte, and do something before each."""
    head, _, body = response.partition(b"\r\n\r\n")

    def behave(connection: socket.socket) -> None:
        connection.sendall(head + b"\r\n\r\n")
        for byte in body:
            each()
            connection.sendall(bytes([byte]))
            time.sleep(0.001)  # so that it comes by itself

    return behave


def endless(chunk: bytes) -> Behaviour:
    """Send a body without end."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(raw("HTTP/1.1 200 OK\nContent-Type: application/json\nConnection: close"))
        while True:
            connection.sendall(chunk)

    return behave
