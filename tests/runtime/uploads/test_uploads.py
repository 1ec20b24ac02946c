"""Files and iterators that are sent, over a raw socket."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

import httpx2
import pytest
from api import Example
from conftest import TOKEN
from fault_server import Behaviour, Server, close, reply, reset
from package import errors

from tests.runtime.uploads.uploads import (
    BUSY,
    CONTENT,
    EITHER,
    KNOWN,
    SENT,
    UNKNOWN,
    Early,
    framing,
    in_parts,
    pieces,
)

pytestmark = pytest.mark.slow


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
