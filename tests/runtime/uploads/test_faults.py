"""Files that change or vanish, and servers that do not want them."""

from __future__ import annotations

import io
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fault_server import Server, close, reply
from package import errors

from tests.runtime.uploads.uploads import BUSY, CONTENT, KNOWN, SENT, Early

pytestmark = pytest.mark.slow


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
def test_a_file_that_cannot_be_opened_raises_before_anything_is_sent(
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
    folders = [str(Path(__file__).parents[1]), str(Path(__file__).parents[3] / "templates")]
    with Draining(SENT) as server:
        run = subprocess.run(
            [sys.executable, "-c", SENDER, server.url, kind, str(path), *folders],
            capture_output=True,
            text=True,
            check=True,
        )
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(run.stdout) * unit < 20 * 2**20
