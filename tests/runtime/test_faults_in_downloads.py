"""Responses that are read while they arrive, and what may happen meanwhile; sync and async."""

from __future__ import annotations

import asyncio
import gzip
import socket
import subprocess
import sys
import threading
import zlib
from contextlib import suppress
from pathlib import Path

import httpx2
import pytest
from api import AsyncExample, Example
from conftest import TOKEN
from download_api import CONTENT, HALF, IMAGE, Both, Run, image, whole
from fault_server import Behaviour, Server, close, raw, reply, reset
from package import errors
from package._runtime._download import AsyncDownload, Download

pytestmark = pytest.mark.slow


def test_it_arrives_in_chunks(downloaded: Run) -> None:
    def use(download: Both) -> list[bytes]:
        assert download.it.status_code == 200
        assert download.it.headers["content-type"] == IMAGE
        assert download.it.length == len(CONTENT)
        return [*download]

    with Server(image()) as server:
        chunks = downloaded(server.url, use)
    assert b"".join(chunks) == CONTENT
    assert len(chunks) > 1
    (request,) = server.received
    assert request.headers["accept"].startswith("image/*")
    assert request.headers["accept-encoding"] == "identity"
    assert request.headers["authorization"] == f"Bearer {TOKEN}"


def test_nothing_is_too_large(downloaded: Run, call: Run) -> None:
    with Server(image()) as server:
        assert downloaded(server.url, whole, max_response_size=1000) == CONTENT
        with pytest.raises(errors.APIResponseError, match=r"max_response_size\); `Download` has no maximum"):
            call(server.url, "download", "a", options={"max_response_size": 1000})


@pytest.mark.parametrize(
    "response",
    [
        image(gzip.compress(CONTENT), ("Content-Encoding", "gzip")),
        image(gzip.compress(CONTENT[:HALF]) + gzip.compress(CONTENT[HALF:]), ("Content-Encoding", "x-gzip")),
        image(gzip.compress(CONTENT) + b"padding", ("Content-Encoding", "gzip")),
        image(zlib.compress(CONTENT), ("Content-Encoding", "deflate")),
        image(zlib.compress(CONTENT, wbits=-15), ("Content-Encoding", "deflate")),
        raw(
            "HTTP/1.1 200 OK\nTransfer-Encoding: chunked", b"%x\r\n%b\r\n0\r\n\r\n" % (len(CONTENT), CONTENT)
        ),
    ],
    ids=["gzip", "two members", "padding", "deflate", "raw deflate", "chunked"],
)
def test_it_is_what_was_meant(downloaded: Run, response: bytes) -> None:
    def use(download: Both) -> bytes:
        assert download.it.length is None
        return download.read()

    with Server(response) as server:
        assert downloaded(server.url, use) == CONTENT


@pytest.mark.parametrize(
    ("response", "message"),
    [
        (image(gzip.compress(CONTENT)[:-9], ("Content-Encoding", "gzip")), "stream ends early"),
        (image(CONTENT, ("Content-Encoding", "gzip")), "cannot be decompressed"),
        (image(CONTENT, ("Content-Encoding", "br")), "content coding br, which was not asked for"),
    ],
)
def test_what_cannot_be_decompressed(downloaded: Run, response: bytes, message: str) -> None:
    with Server(response) as server, pytest.raises(errors.APIResponseError, match=message):
        downloaded(server.url, whole)


def test_compressed_zeros_come_in_pieces(downloaded: Run) -> None:
    with Server(image(gzip.compress(bytes(2**24)), ("Content-Encoding", "gzip"))) as server:
        sizes = downloaded(server.url, lambda download: [len(chunk) for chunk in download])
    assert sum(sizes) == 2**24
    assert max(sizes) <= 2**18


@pytest.mark.parametrize("fault", [reply(503), reset, close])
def test_it_is_tried_again_before_it_begins(downloaded: Run, fault: Behaviour | bytes) -> None:
    with Server(fault, image()) as server:
        assert downloaded(server.url, whole) == CONTENT
    assert len(server.received) == 2


def test_an_error_is_raised_when_it_is_opened(downloaded: Run) -> None:
    body = {"error": {"code": "gone", "message": "Gone."}}
    with Server(reply(404, body)) as server, pytest.raises(errors.NotFoundError):
        downloaded(server.url, lambda _: pytest.fail("it was opened"))


def test_a_redirect_is_followed_without_credentials(downloaded: Run) -> None:
    with Server(image()) as other, Server(reply(302, b"", ("Location", f"{other.url}/x"))) as server:
        assert downloaded(server.url, whole) == CONTENT
    assert "authorization" not in other.received[0].headers


def slow(pause: float) -> Behaviour:
    def behave(connection: socket.socket) -> None:
        head, _, body = image().partition(b"\r\n\r\n")
        connection.sendall(head + b"\r\n\r\n" + body[:HALF])
        threading.Event().wait(pause)
        with suppress(OSError):
            connection.sendall(body[HALF:])

    return behave


def test_a_deadline_is_for_the_beginning(downloaded: Run) -> None:
    with Server(slow(1.0)) as server:
        assert downloaded(server.url, whole, deadline=0.9, timeout=10) == CONTENT


def test_a_timeout_is_for_each_read(downloaded: Run) -> None:
    with Server(slow(3.0)) as server, pytest.raises(errors.APITimeoutError):
        downloaded(server.url, whole, timeout=0.5)


def test_what_is_not_read_is_closed(downloaded: Run) -> None:
    def stop(download: Both) -> None:
        for _ in download:
            return

    def fail(download: Both) -> None:
        raise KeyError(next(iter(download)))

    with Server(image(CONTENT * 20)) as server:
        downloaded(server.url, stop)
        downloaded(server.url, lambda _: None)
        with pytest.raises(KeyError):
            downloaded(server.url, fail)
        assert server.open_connections == 0


def test_it_is_read_once_and_in_its_block(downloaded: Run) -> None:
    def twice(download: Both) -> Both:
        assert download.read() == CONTENT
        with pytest.raises(RuntimeError, match="only once"):
            download.read()
        return download

    with Server(image()) as server:
        downloaded(server.url, twice)
        with Example(base_url=server.url, token=TOKEN) as client:
            unopened = Download(client.things.download, "a")
            with pytest.raises(RuntimeError, match="in `with`"):
                print(unopened.headers)
            with pytest.raises(TypeError, match="requires a method of a resource"):
                Download(client.close)


def test_a_connection_serves_the_next_call() -> None:
    with Server(image()) as server, Example(base_url=server.url, token=TOKEN) as client:
        for _ in range(3):
            with Download(client.things.download, "a") as download:
                assert download.read() == CONTENT
        assert client.things.download("a") == CONTENT
    assert server.connections == 1


def test_hooks_can_read_the_body_first() -> None:
    http = httpx2.Client(event_hooks={"response": [lambda response: response.read()]})
    with (
        Server(image(gzip.compress(CONTENT), ("Content-Encoding", "gzip"))) as server,
        Example(base_url=server.url, token=TOKEN, http_client=http) as client,
        Download(client.things.download, "a") as download,
    ):
        assert download.read() == CONTENT


def test_cancelling_closes_it(tmp_path: Path) -> None:
    async def run(url: str) -> None:
        async with AsyncExample(base_url=url, token=TOKEN) as client:

            async def fetch() -> None:
                async with AsyncDownload(client.things.download, "a") as download:
                    await download.to_file(tmp_path / "a")

            task = asyncio.ensure_future(fetch())
            await asyncio.sleep(0.5)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(lambda: server.open_connections) == 0

    with Server(slow(2)) as server:
        asyncio.run(run(server.url))
    assert [*tmp_path.iterdir()] == []


RECEIVER = """
import asyncio, resource, sys
from pathlib import Path
sys.path[:0] = sys.argv[4:]
from api import AsyncExample, Example
from package._runtime._download import AsyncDownload, Download

url, kind, path = sys.argv[1:4]

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

async def run():
    async with AsyncExample(base_url=url, token="t") as client:
        async with AsyncDownload(client.things.download, "small") as download:
            await download.to_file(path)
        before = peak()
        async with AsyncDownload(client.things.download, "large") as download:
            await download.to_file(path)
        return peak() - before

if kind == "async":
    print(asyncio.run(run()))
else:
    with Example(base_url=url, token="t") as client:
        with Download(client.things.download, "small") as download:
            download.to_file(path)
        before = peak()
        with Download(client.things.download, "large") as download:
            download.to_file(path)
        print(peak() - before)
"""
LARGE = 2**27


def send_large(connection: socket.socket) -> None:
    connection.sendall(raw(f"HTTP/1.1 200 OK\nContent-Type: image/png\nContent-Length: {LARGE}"))
    for _ in range(LARGE // 2**20):
        connection.sendall(bytes(2**20))


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, kind: str) -> None:
    folders = [str(Path(__file__).parent), str(Path(__file__).parents[2] / "templates")]
    path = tmp_path / "a"
    with Server(image(b"small"), send_large) as server:
        run = subprocess.run(
            [sys.executable, "-c", RECEIVER, server.url, kind, str(path), *folders],
            capture_output=True,
            text=True,
            check=True,
        )
    assert path.stat().st_size == LARGE
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(run.stdout) * unit < 20 * 2**20
