"""Responses that are read while they arrive, and what may happen meanwhile; sync and async."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import socket
import subprocess
import sys
import threading
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
from api import AsyncExample, Example
from conftest import TOKEN
from fault_server import Behaviour, Server, close, raw, reply, reset
from package import errors
from package._runtime._download import AsyncDownload, Download

pytestmark = pytest.mark.slow

CONTENT = bytes(range(256)) * 4096
"""A megabyte: many chunks."""
HALF = len(CONTENT) // 2
IMAGE = "image/png"
ETAG = '"v1"'
Run = Callable[..., Any]


class Both:
    """A download of either kind, used as the sync one."""

    def __init__(self, run: Callable[[Any], Any], download: Any) -> None:
        self._run = run
        self.it = download

    def __iter__(self) -> Iterator[bytes]:
        if isinstance(self.it, Download):
            yield from self.it
            return
        chunks = aiter(self.it)
        try:
            with suppress(StopAsyncIteration):
                while True:
                    yield self._run(anext(chunks))
        finally:
            self._run(chunks.aclose())

    def read(self) -> bytes:
        return self._run(self.it.read())

    def to_file(self, *args: Any) -> None:
        self._run(self.it.to_file(*args))


@pytest.fixture(params=["sync", "async"])
def downloaded(request: pytest.FixtureRequest) -> Run:
    """`downloaded(url, use, **options)`: what `use` returns for a download from the server."""
    is_sync = request.param == "sync"

    def run(url: str, use: Callable[[Both], Any], **options: Any) -> Any:
        options = {"base_url": url, "token": TOKEN} | options
        if is_sync:
            with Example(**options) as client, Download(client.things.download, "a") as download:
                return use(Both(lambda value: value, download))
        with asyncio.Runner() as runner:
            opened = _async_download(options)
            download = runner.run(opened.__aenter__())
            try:
                return use(Both(lambda value: runner.run(_await(value)), download))
            finally:
                runner.run(opened.__aexit__(None, None, None))

    return run


async def _await(value: Any) -> Any:
    return await value


@asynccontextmanager
async def _async_download(options: Any) -> AsyncIterator[AsyncDownload]:
    async with (
        AsyncExample(**options) as client,
        AsyncDownload(client.things.download, "a") as download,
    ):
        yield download


def image(body: bytes = CONTENT, *headers: tuple[str, str], status: int = 200) -> bytes:
    return reply(status, body, *headers, content_type=IMAGE)


def resumable(body: bytes = CONTENT, etag: str = ETAG) -> bytes:
    return image(body, ("ETag", etag), ("Accept-Ranges", "bytes"))


def cut(response: bytes, length: int = HALF) -> Behaviour:
    """Send the head and some of the body, and close."""

    def behave(connection: socket.socket) -> None:
        head, _, body = response.partition(b"\r\n\r\n")
        connection.sendall(head + b"\r\n\r\n" + body[:length])
        close(connection)

    return behave


def part(start: int, etag: str = ETAG) -> bytes:
    span = f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"
    return image(CONTENT[start:], ("Content-Range", span), ("ETag", etag), status=206)


def whole(download: Both) -> bytes:
    return download.read()


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


@pytest.mark.parametrize("fault", [cut(image()), cut(image(), 0), cut(resumable(etag='W/"v1"'))])
def test_a_break_is_an_error(downloaded: Run, fault: Behaviour) -> None:
    with Server(fault, image()) as server, pytest.raises(errors.APIConnectionError):
        downloaded(server.url, whole)
    assert len(server.received) == 1


def test_a_break_is_resumed(downloaded: Run) -> None:
    with Server(cut(resumable()), cut(part(HALF), 1000), part(HALF + 1000)) as server:
        assert downloaded(server.url, whole) == CONTENT
    first, *others = server.received
    assert "range" not in first.headers
    ranges = [(one.headers["range"], one.headers["if-range"]) for one in others]
    assert ranges == [(f"bytes={HALF}-", ETAG), (f"bytes={HALF + 1000}-", ETAG)]


@pytest.mark.parametrize(
    "second",
    [
        resumable(b"other", '"v2"'),
        part(0),
        reply(416),
        reply(404),
        image(CONTENT[HALF:], status=206),
        reply(204),
    ],
    ids=["changed", "another part", "416", "404", "no range", "nothing"],
)
def test_a_break_that_cannot_be_resumed(downloaded: Run, tmp_path: Path, second: bytes) -> None:
    (path := tmp_path / "a.png").write_bytes(b"old")
    with Server(cut(resumable()), second) as server, pytest.raises(errors.APIConnectionError):
        downloaded(server.url, lambda download: download.to_file(path))
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


def test_without_progress_it_is_not_resumed_for_ever(downloaded: Run) -> None:
    with (
        Server(cut(resumable()), cut(part(HALF), 0)) as server,
        pytest.raises(errors.APIConnectionError),
    ):
        downloaded(server.url, whole)
    assert len(server.received) == 2


def test_to_a_file_with_progress(downloaded: Run, tmp_path: Path) -> None:
    path, seen = tmp_path / "a.png", list[tuple[int, int | None]]()
    with Server(cut(resumable()), part(HALF)) as server:
        downloaded(server.url, lambda download: download.to_file(path, lambda *args: seen.append(args)))
    assert path.read_bytes() == CONTENT
    assert [*tmp_path.iterdir()] == [path]
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert len(seen) > 2
    assert seen == sorted(seen)


def test_an_empty_file(downloaded: Run, tmp_path: Path) -> None:
    with Server(image(b"")) as server:
        downloaded(server.url, lambda download: download.to_file(str(tmp_path / "a")))
    assert (tmp_path / "a").read_bytes() == b""


def test_an_error_of_the_callback_leaves_nothing(downloaded: Run, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyError("mine")

    with Server(image()) as server, pytest.raises(KeyError):
        downloaded(server.url, lambda download: download.to_file(tmp_path / "a", stop))
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_is_missing(downloaded: Run, tmp_path: Path) -> None:
    with Server(image()) as server, pytest.raises(FileNotFoundError):
        downloaded(server.url, lambda download: download.to_file(tmp_path / "b" / "a"))


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


def test_hooks_may_have_read_it() -> None:
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


def digest(algorithm: str, body: bytes = CONTENT) -> str:
    return base64.b64encode(hashlib.new(algorithm, body).digest()).decode()


STATED: dict[str, tuple[str, str]] = {
    "MD5": ("Content-MD5", "{md5}"),
    "SHA-256": ("Repr-Digest", "sha-256=:{sha256}:"),
    "the strongest": ("Repr-Digest", "md5=:AAAAAAAAAAAAAAAAAAAAAA==:, sha-512=:{sha512}:, sha-1=:x:"),
    "with a parameter": ("Content-Digest", "sha-256=:{sha256}:;a=1"),
    "the older header": ("Digest", "MD5={md5},SHA-256={sha256}"),
    "SHA-1": ("Digest", "SHA={sha1}"),
}
NOT_STATED = [
    ("Repr-Digest", "sha-256={sha256}"),
    ("Repr-Digest", "sha-256=:AAAA:"),
    ("Repr-Digest", "adler=:AAAA:"),
    ("Repr-Digest", ""),
    ("Content-MD5", "d41d8cd98f00b204e9800998ecf8427e"),
    ("Content-MD5", "?"),
    ("Digest", "sha-256"),
    ("Digest", "sha-256=AAAA"),
]


@pytest.mark.parametrize("name", STATED)
def test_a_digest_is_checked(downloaded: Run, name: str, tmp_path: Path) -> None:
    header, value = STATED[name]
    algorithms = ("md5", "sha1", "sha256", "sha512")
    right, wrong = (
        (header, value.format(**{one: digest(one, body) for one in algorithms}))
        for body in (CONTENT, b"another")
    )
    with Server(image(CONTENT, right)) as server:
        assert downloaded(server.url, Both.read) == CONTENT
    with Server(image(CONTENT, wrong)) as server:
        with pytest.raises(errors.APIResponseError, match=f"not have the digest in {header}"):
            downloaded(server.url, lambda download: download.to_file(tmp_path / "image"))
        assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("stated", NOT_STATED)
def test_a_digest_that_makes_no_sense_is_ignored(downloaded: Run, stated: tuple[str, str]) -> None:
    header, value = stated
    with Server(image(CONTENT, (header, value.format(sha256=digest("sha256", b"another"))))) as server:
        assert downloaded(server.url, Both.read) == CONTENT


def test_the_digest_of_a_part_or_of_two_is_not_checked(downloaded: Run) -> None:
    wrong = digest("sha256", b"another")
    stated = [("Repr-Digest", f"sha-256=:{wrong}:")]
    two = [*stated, ("Digest", f"sha-256={digest('sha256')}")]
    with Server(image(CONTENT, *two), image(CONTENT, *stated, status=206)) as server:
        assert downloaded(server.url, Both.read) == CONTENT
        assert downloaded(server.url, Both.read) == CONTENT


@pytest.mark.parametrize("stated", [CONTENT, b"another"])
def test_the_digest_of_a_compressed_body_is_that_of_what_was_sent(downloaded: Run, stated: bytes) -> None:
    packed = gzip.compress(CONTENT)
    made = digest("sha256", packed if stated == CONTENT else CONTENT)
    headers = (("Content-Encoding", "gzip"), ("Repr-Digest", f"sha-256=:{made}:"))
    with Server(image(packed, *headers)) as server:
        if stated == CONTENT:
            assert downloaded(server.url, Both.read) == CONTENT
        else:
            with pytest.raises(errors.APIResponseError, match="digest"):
                downloaded(server.url, Both.read)


@pytest.mark.parametrize("rest", [CONTENT[HALF:], b"x" * (len(CONTENT) - HALF)])
def test_the_digest_holds_over_a_resumed_download(downloaded: Run, rest: bytes) -> None:
    stated = ("Repr-Digest", f"sha-256=:{digest('sha256')}:")
    first = image(CONTENT, ("ETag", ETAG), ("Accept-Ranges", "bytes"), stated)
    size = len(CONTENT)
    second = image(rest, ("Content-Range", f"bytes {HALF}-{size - 1}/{size}"), status=206)
    with Server(cut(first), second) as server:
        if rest == CONTENT[HALF:]:
            assert downloaded(server.url, Both.read) == CONTENT
        else:
            with pytest.raises(errors.APIResponseError, match="digest"):
                downloaded(server.url, Both.read)
        assert len(server.received) == 2
