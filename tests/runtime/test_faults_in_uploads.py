"""Files that are sent while they are read, and what may happen meanwhile; sync and async."""

from __future__ import annotations

import asyncio
import gzip
import io
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

import httpx2
import pytest
from api import Example
from conftest import TOKEN
from fault_server import Behaviour, Received, Server, close, reply, reset
from package import errors

pytestmark = pytest.mark.slow

SENT = reply(204)
BUSY = reply(503)
CONTENT = bytes(range(256)) * 4096
"""A megabyte: several chunks."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (path := tmp_path / "a.bin").write_bytes(CONTENT)
    return path


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


@pytest.mark.parametrize("kind", EITHER)
def test_it_arrives(call: Any, path: Path, kind: str) -> None:
    with Server(SENT) as server:
        call(server.url, "upload", "a", body=EITHER[kind](path))
    (request,) = server.received
    assert request.body == CONTENT
    assert framing(request) == ((str(len(CONTENT)), None) if kind in KNOWN else (None, "chunked"))


@pytest.mark.parametrize("kind", EITHER)
def test_it_arrives_as_a_part(call: Any, path: Path, kind: str) -> None:
    with Server(SENT) as server:
        call(server.url, "attach", file=("a.bin", EITHER[kind](path)), note="n")
    (request,) = server.received
    note, file = in_parts(request)
    assert note == b'Content-Disposition: form-data; name="note"\r\n\r\nn'
    assert file.endswith(b"\r\n\r\n" + CONTENT)
    assert b'filename="a.bin"' in file
    length = str(len(request.body))
    assert framing(request) == ((length, None) if kind in KNOWN else (None, "chunked"))


@pytest.mark.parametrize("kind", KNOWN)
@pytest.mark.parametrize("fault", [BUSY, reset, close])
def test_what_can_be_read_again_is_sent_again(
    call: Any, path: Path, kind: str, fault: Behaviour | bytes
) -> None:
    with Server(fault, SENT) as server:
        call(server.url, "upload", "a", body=KNOWN[kind](path))
    assert [request.body for request in server.received] == [CONTENT, CONTENT]


@pytest.mark.parametrize("kind", UNKNOWN)
def test_what_can_be_read_once_is_not_sent_again(call: Any, path: Path, kind: str) -> None:
    with Server(BUSY, SENT) as server, pytest.raises(errors.APIStatusError, match="read only once") as caught:
        call(server.url, "upload", "a", body=UNKNOWN[kind](path))
    assert caught.value.status_code == 503
    assert len(server.received) == 1


@pytest.mark.parametrize("kind", UNKNOWN)
def test_nor_after_the_connection_broke(call: Any, path: Path, kind: str) -> None:
    with Server(reset, SENT) as server, pytest.raises(errors.APIConnectionError, match="read only once"):
        call(server.url, "upload", "a", body=UNKNOWN[kind](path))
    assert len(server.received) == 1


def test_nothing_is_said_of_reading_where_nobody_would_try_again(call: Any) -> None:
    with Server(reply(422)) as server, pytest.raises(errors.APIStatusError) as caught:
        call(server.url, "upload", "a", body=pieces())
    assert "once" not in str(caught.value)


def test_an_iterator_is_kept_until_there_is_a_connection(call: Any, transport: Any) -> None:
    """Nothing of it was read where no connection could be made, so that is tried again."""
    body, read = [b"a", b"b"], list[bytes]()

    def chunks() -> Iterator[bytes]:
        for chunk in body:
            read.append(chunk)
            yield chunk

    with socket.socket() as refusing:
        refusing.bind(("127.0.0.1", 0))  # nobody else gets the port, and nobody listens there
        port = refusing.getsockname()[1]
        with pytest.raises(errors.APIConnectionError, match="3 attempts"):
            call(f"http://127.0.0.1:{port}", "upload", "a", body=chunks())
    assert read == []


def test_a_file_is_sent_from_where_it_stands_each_time(call: Any, path: Path) -> None:
    with Server(BUSY, SENT) as server, path.open("rb") as file:
        file.seek(1000)
        call(server.url, "upload", "a", body=file)
        assert not file.closed
    assert [request.body for request in server.received] == [CONTENT[1000:]] * 2


def test_the_same_file_can_be_two_parts(call: Any, path: Path) -> None:
    with Server(SENT) as server, path.open("rb") as file:
        call(server.url, "attach", file=[file, file])
    assert [part.endswith(CONTENT) for part in in_parts(server.received[0])[1:]] == [True, True]


@pytest.mark.parametrize("size", [0, 1, 2**20 - 1, 2**20, 2**20 + 1])
def test_no_size_is_special(call: Any, tmp_path: Path, size: int) -> None:
    (path := tmp_path / "a").write_bytes(b"x" * size)
    with Server(SENT) as server:
        call(server.url, "upload", "a", body=path)
        call(server.url, "attach", file=path)
        call(server.url, "upload", "a", body=iter([b"x" * size]))
    whole, _, iterated = server.received
    assert whole.body == iterated.body == b"x" * size
    assert framing(whole) == (str(size), None)


def test_a_file_that_grows_is_sent_as_long_as_it_was(call: Any, path: Path) -> None:
    with Server(BUSY, SENT) as server:
        grows(server, path)
        call(server.url, "upload", "a", body=path)
    assert [len(request.body) for request in server.received] == [len(CONTENT)] * 2


def grows(server: Server, path: Path) -> None:
    def append(connection: socket.socket) -> None:
        with path.open("ab") as file:
            file.write(b"more")
        connection.sendall(BUSY)

    server.behaviours[0] = append


@pytest.mark.parametrize("rest", [0, 1000])
def test_a_file_that_shrank_is_an_error(call: Any, path: Path, rest: int) -> None:
    def cut(connection: socket.socket) -> None:
        os.truncate(path, rest)
        connection.sendall(BUSY)

    missing = len(CONTENT) - rest
    with Server(cut, SENT) as server, pytest.raises(OSError, match=f"body became {missing} bytes shorter"):
        call(server.url, "upload", "a", body=path)
    assert len(server.received) == 1


def test_a_file_that_vanishes_is_an_error(call: Any, path: Path) -> None:
    def remove(connection: socket.socket) -> None:
        path.unlink()
        connection.sendall(BUSY)

    with Server(remove, SENT) as server, pytest.raises(FileNotFoundError, match=r"a\.bin"):
        call(server.url, "upload", "a", body=path)
    assert server.open_connections == 0


@pytest.mark.parametrize("method", ["upload", "attach"])
@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_what_cannot_be_opened_is_told_before_anything_is_sent(
    call: Any, tmp_path: Path, method: str, kind: str
) -> None:
    path, error = {
        "missing": (tmp_path / "missing", FileNotFoundError),
        "folder": (tmp_path, IsADirectoryError),
    }[kind]
    arguments = {"file": path} if method == "attach" else {"body": path}
    with Server(SENT) as server, pytest.raises(error):
        call(server.url, method, *(["a"] if method == "upload" else []), **arguments)
    assert server.connections == 0


@pytest.mark.parametrize(
    "error", [OSError("disk"), httpx2.ReadError("source"), ValueError("mine"), EOFError("x")]
)
def test_an_error_of_the_iterator_is_that_of_the_caller(call: Any, error: Exception) -> None:
    def broken() -> Iterator[bytes]:
        yield CONTENT
        raise error

    with Server(SENT) as server:
        with pytest.raises(type(error), match=str(error)):
            call(server.url, "upload", "a", body=broken())
        assert server.open_connections == 0
    assert server.received == []


@pytest.mark.parametrize("chunk", ["text", None, 1])
def test_an_iterator_of_anything_else_is_refused(call: Any, chunk: object) -> None:
    with (
        Server(SENT) as server,
        pytest.raises(TypeError, match=f"body must give bytes, not {type(chunk).__name__}"),
    ):
        call(server.url, "upload", "a", body=iter([chunk]))
    assert server.received == []


@pytest.mark.parametrize("wrong", [io.StringIO("text"), "a.bin", 1, ["a"], {}])
def test_what_is_no_file_is_refused(call: Any, wrong: object) -> None:
    with Server(SENT) as server, pytest.raises(TypeError):
        call(server.url, "upload", "a", body=wrong)
    assert server.connections == 0


class Early(Server):
    """Answers once it has read the head of a request."""

    def _serve(self, connection: socket.socket) -> None:
        connection.recv(1000)
        self.behaviours[0](connection)


@pytest.mark.parametrize("kind", ["path", "open file"])
@pytest.mark.parametrize("status", [413, 401])
def test_a_server_that_does_not_want_it_is_heard(call: Any, tmp_path: Path, kind: str, status: int) -> None:
    with (path := tmp_path / "large").open("wb") as file:
        file.truncate(2**26)

    def refuse(connection: socket.socket) -> None:
        connection.sendall(reply(status))
        threading.Event().wait(0.3)
        close(connection)

    with Early(refuse) as server, pytest.raises(errors.APIStatusError) as caught:
        call(server.url, "upload", "a", body=KNOWN[kind](path) if kind != "path" else path)
    assert caught.value.status_code == status


def test_the_next_attempt_waits_for_a_read_of_the_one_before(call: Any, path: Path) -> None:
    """An async client reads in a thread, which may still read when the attempt has failed."""
    path.write_bytes(content := CONTENT * 3)
    refused, begun = threading.Event(), threading.Event()

    class Refusing(Server):
        def _serve(self, connection: socket.socket) -> None:
            if refused.is_set():
                super()._serve(connection)
                return
            connection.recv(1000)
            connection.sendall(BUSY)
            close(connection)
            refused.set()

    class Slow(io.FileIO):
        is_delayed = False

        def read(self, size: int = -1, /) -> bytes:
            if self.tell() and not self.is_delayed:
                self.is_delayed = refused.wait(5)
                begun.wait(1)
            elif self.tell():
                begun.set()
                time.sleep(0.1)  # a read of the attempt before would come between
            return super().read(size)

    with Slow(path) as file, Refusing(SENT) as server:
        call(server.url, "upload", "a", body=file)
    assert [request.body for request in server.received] == [content]


def test_a_server_that_closes_early_is_tried_again(call: Any, path: Path) -> None:
    with path.open("ab") as file:
        file.truncate(2**24)
    with Early(close) as server, pytest.raises(errors.APIConnectionError, match="3 attempts"):
        call(server.url, "upload", "a", body=path)
    assert server.connections == 3


def test_a_deadline_ends_sending(call: Any, tmp_path: Path) -> None:
    with (path := tmp_path / "large").open("wb") as file:
        file.truncate(2**28)
    stuck = threading.Event()
    with Early(lambda _: stuck.wait(20) and None) as server, pytest.raises(errors.APITimeoutError):
        call(server.url, "upload", "a", body=path, options={"deadline": 0.5})
    stuck.set()


@pytest.mark.parametrize("kind", ["iterator", "pipe"])
def test_chunks_are_sent_when_they_are_there(call: Any, kind: str) -> None:
    """The first chunk arrives before there is a second one."""
    arrived = threading.Event()
    has_arrived: list[bool] = []

    def waiting() -> Iterator[bytes]:
        yield b"first"
        has_arrived.append(arrived.wait(10))
        yield b"second"

    def pipe() -> IO[bytes]:
        reading, writing = os.pipe()

        def write() -> None:
            with os.fdopen(writing, "wb", buffering=0) as file:
                file.writelines(waiting())

        threading.Thread(target=write, daemon=True).start()
        return os.fdopen(reading, "rb")

    class Listening(Server):
        def _serve(self, connection: socket.socket) -> None:
            read = b""
            while b"first" not in read:
                read += connection.recv(1000)
            arrived.set()
            while not read.endswith(b"0\r\n\r\n"):
                read += connection.recv(1000)
            connection.sendall(SENT)

    body = waiting() if kind == "iterator" else pipe()
    with Listening(SENT) as server, closing(body):
        call(server.url, "upload", "a", body=body)
    assert has_arrived == [True]


def test_async_iterators() -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for piece in pieces():
            await asyncio.sleep(0)
            yield piece

    async def run(url: str) -> None:
        from api import AsyncExample

        async with AsyncExample(base_url=url, token=TOKEN) as client:
            await client.things.upload("a", body=chunks())
            await client.things.attach(file=chunks())

    with Server(SENT) as server:
        asyncio.run(run(server.url))
        with (
            Example(base_url=server.url, token=TOKEN) as client,
            pytest.raises(TypeError, match="body is an async iterator, which a sync client cannot read"),
        ):
            client.things.upload("a", body=chunks())
    whole, part = server.received
    assert whole.body == CONTENT
    assert in_parts(part)[1].endswith(CONTENT)


def test_cancelling_ends_sending_and_closes_the_file(tmp_path: Path) -> None:
    from api import AsyncExample

    with (path := tmp_path / "large").open("wb") as file:
        file.truncate(2**28)
    stuck = threading.Event()

    async def run(url: str) -> None:
        async with AsyncExample(base_url=url, token=TOKEN) as client:
            task = asyncio.ensure_future(client.things.upload("a", body=path))
            await asyncio.sleep(0.3)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    with Early(lambda _: stuck.wait(20) and None) as server:
        asyncio.run(run(server.url))
        stuck.set()
    links = Path("/proc/self/fd")
    if links.exists():
        assert str(path) not in {str(one.readlink()) for one in links.iterdir() if one.exists()}


def test_hooks_see_the_request_without_reading_the_file(call: Any, path: Path) -> None:
    seen: list[str] = []
    is_sync = "_sync" in repr(call)

    def hook(request: httpx2.Request) -> None:
        seen.append(request.headers["content-length"])

    async def async_hook(request: httpx2.Request) -> None:
        hook(request)

    kind: Any = httpx2.Client if is_sync else httpx2.AsyncClient
    http = kind(event_hooks={"request": [hook if is_sync else async_hook]})
    with Server(SENT) as server:
        call(server.url, "upload", "a", body=path, options={"http_client": http})
    assert seen == [str(len(CONTENT))]
    assert server.received[0].body == CONTENT


SENDER = """
import resource, sys
from pathlib import Path
sys.path[:0] = sys.argv[4:]
from api import AsyncExample, Example
import asyncio

def chunks():
    chunk = bytes(2**16)
    for _ in range(2**26 // len(chunk)):
        yield chunk

url, kind, path = sys.argv[1], sys.argv[2], Path(sys.argv[3])
def arguments(large):
    if not large:
        return {"file": b"x"}
    return {"file": chunks() if "iterator" in kind else path}

if "async" in kind:
    async def run():
        async with AsyncExample(base_url=url, token="t") as client:
            await client.things.attach(**arguments(False))
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            await client.things.attach(**arguments(True))
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    asyncio.run(run())
else:
    with Example(base_url=url, token="t") as client:
        client.things.attach(**arguments(False))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        client.things.attach(**arguments(True))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


class Draining(Server):
    """Reads any body and forgets it."""

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            last = b""
            while more := connection.recv(2**20):
                last = (last + more)[-100:]
                if re.search(rb"--[0-9a-f]{32}--\r\n(?:\r\n0\r\n\r\n)?$", last):
                    connection.sendall(SENT)


@pytest.mark.parametrize("kind", ["path", "iterator", "async path", "async iterator"])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, kind: str) -> None:
    with (path := tmp_path / "large").open("wb") as file:
        file.truncate(2**28)
    folders = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "templates")]
    with Draining(SENT) as server:
        run = subprocess.run(
            [sys.executable, "-c", SENDER, server.url, kind, str(path), *folders],
            capture_output=True,
            text=True,
            check=True,
        )
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(run.stdout) * unit < 20 * 2**20
