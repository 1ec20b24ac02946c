"""Files that are downloaded: broken connections, parts that do not fit, disks, digests; sync and async."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import socket
from pathlib import Path
from typing import Any

import pytest
from download_api import (
    CONTENT,
    ETAG,
    HALF,
    IMAGE,
    Run,
    cut,
    image,
    opened_async,
    part,
    resumable,
    whole,
)
from fault_server import Behaviour, Server, hang, raw, reply
from package import errors

pytestmark = pytest.mark.slow

REST = CONTENT[HALF:]
LAST = len(CONTENT) - 1
SPAN = f"bytes {HALF}-{LAST}/{LAST + 1}"


def of_range(span: str, body: bytes = REST, *headers: tuple[str, str], etag: str = ETAG) -> bytes:
    """A part in chunks, so that its range alone says how long it is."""
    named = [("Content-Range", span), *headers, *([("ETag", etag)] if etag else [])]
    lines = "\n".join(f"{name}: {value}" for name, value in named)
    head = f"HTTP/1.1 206 Partial Content\nContent-Type: {IMAGE}\nTransfer-Encoding: chunked\n{lines}"
    return raw(head, b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))


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
        part(HALF + 1),
        reply(416),
        reply(404),
        image(REST, status=206),
        reply(204),
        of_range(SPAN, etag='"v2"'),
        of_range(SPAN, etag='W/"v1"'),
        of_range(SPAN, gzip.compress(REST), ("Content-Encoding", "gzip")),
        of_range(f"bytes {HALF}-{LAST}/{LAST + 9}"),
        of_range(f"bytes {HALF}-{LAST}/{HALF}"),
        of_range(f"bytes {HALF}-{HALF - 9}/{LAST + 1}"),
        of_range(f"bytes {HALF}-{'9' * 5000}/{LAST + 1}"),
        of_range(f"items {HALF}-{LAST}/{LAST + 1}"),
        of_range("bytes x-y/z"),
    ],
    ids=[
        "changed",
        "another part",
        "one byte later",
        "416",
        "404",
        "no range",
        "nothing",
        "another tag",
        "a weak tag",
        "compressed",
        "larger in all",
        "smaller in all",
        "ends before it begins",
        "a huge end",
        "another unit",
        "no numbers",
    ],
)
def test_a_break_that_cannot_be_resumed(downloaded: Run, tmp_path: Path, second: bytes) -> None:
    (path := tmp_path / "a.png").write_bytes(b"old")
    with Server(cut(resumable()), second) as server, pytest.raises(errors.APIConnectionError):
        downloaded(server.url, lambda download: download.to_file(path))
    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize(
    "second",
    [
        of_range(f"bytes {HALF}-{HALF + 8}/{LAST + 1}", REST[:9]),
        of_range(f"bytes {HALF}-{HALF + 8}/*", REST[:9]),
        of_range(SPAN, REST[:-3]),
        of_range(SPAN, REST + b"abc"),
    ],
    ids=["a smaller part", "a smaller part of something", "fewer bytes", "more bytes"],
)
def test_a_resumed_file_has_all_bytes(downloaded: Run, tmp_path: Path, second: bytes) -> None:
    with Server(cut(resumable()), second) as server, pytest.raises(errors.APIResponseError, match="bytes"):
        downloaded(server.url, lambda download: download.to_file(tmp_path / "a"))
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    "second",
    [
        of_range(f"bytes {HALF}-{LAST}/*"),
        of_range(f"BYTES  {HALF}-{LAST}/{LAST + 1} "),
        of_range(SPAN, etag=""),
    ],
    ids=["no size", "in capitals", "no tag"],
)
def test_a_part_that_is_described_otherwise(downloaded: Run, second: bytes) -> None:
    with Server(cut(resumable()), second) as server:
        assert downloaded(server.url, whole) == CONTENT


@pytest.mark.parametrize("tag", ['"v1', 'v1"', '"v"1"', "v1", ""])
def test_a_tag_that_is_none_resumes_nothing(downloaded: Run, tag: str) -> None:
    with Server(cut(resumable(etag=tag)), part(HALF)) as server, pytest.raises(errors.APIConnectionError):
        downloaded(server.url, whole)
    assert len(server.received) == 1


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


@pytest.mark.parametrize("name", ["", "/", ".", "..", "folder"])
def test_a_folder_is_no_file(downloaded: Run, tmp_path: Path, name: str, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with Server(image()) as server, pytest.raises(IsADirectoryError):
        downloaded(server.url, lambda download: download.to_file(name))
    assert [*tmp_path.iterdir()] == [tmp_path / "folder"]


@pytest.mark.parametrize("name", ["a" * 255, "\u00fc" * 127])
def test_the_longest_names(downloaded: Run, tmp_path: Path, name: str) -> None:
    with Server(image()) as server:
        downloaded(server.url, lambda download: download.to_file(tmp_path / name))
    assert (tmp_path / name).read_bytes() == CONTENT


def test_a_name_that_is_too_long_fails_before_reading(downloaded: Run, tmp_path: Path) -> None:
    seen: list[Any] = []
    with Server(image()) as server, pytest.raises(OSError, match="too long"):
        downloaded(
            server.url,
            lambda download: download.to_file(tmp_path / ("a" * 256), lambda *args: seen.append(args)),
        )
    assert seen == []


def test_a_full_disk_leaves_nothing(downloaded: Run, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (HALF, limits[1]))
    try:
        with Server(image()) as server, pytest.raises(OSError, match="too large"):
            downloaded(server.url, lambda download: download.to_file(tmp_path / "a"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [*tmp_path.iterdir()] == []


def test_a_task_that_is_cancelled_leaves_nothing(tmp_path: Path) -> None:
    def half(connection: socket.socket) -> None:
        head, _, body = image().partition(b"\r\n\r\n")
        connection.sendall(head + b"\r\n\r\n" + body[:HALF])
        hang(connection)

    async def run(url: str) -> None:
        begun = asyncio.Event()
        async with opened_async(url) as download:
            writing = asyncio.create_task(download.to_file(tmp_path / "a", lambda *_: begun.set()))
            await begun.wait()
            writing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await writing

    with Server(half) as server:
        asyncio.run(run(server.url))
    assert [*tmp_path.iterdir()] == []


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
        assert downloaded(server.url, whole) == CONTENT
    with Server(image(CONTENT, wrong)) as server:
        with pytest.raises(errors.APIResponseError, match=f"not have the digest in {header}"):
            downloaded(server.url, lambda download: download.to_file(tmp_path / "image"))
        assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("stated", NOT_STATED)
def test_a_digest_that_makes_no_sense_is_ignored(downloaded: Run, stated: tuple[str, str]) -> None:
    header, value = stated
    with Server(image(CONTENT, (header, value.format(sha256=digest("sha256", b"another"))))) as server:
        assert downloaded(server.url, whole) == CONTENT


def test_the_digest_of_a_part_or_of_two_is_not_checked(downloaded: Run) -> None:
    wrong = digest("sha256", b"another")
    stated = [("Repr-Digest", f"sha-256=:{wrong}:")]
    two = [*stated, ("Digest", f"sha-256={digest('sha256')}")]
    with Server(image(CONTENT, *two), image(CONTENT, *stated, status=206)) as server:
        assert downloaded(server.url, whole) == CONTENT
        assert downloaded(server.url, whole) == CONTENT


@pytest.mark.parametrize("stated", [CONTENT, b"another"])
def test_the_digest_of_a_compressed_body_is_that_of_what_was_sent(downloaded: Run, stated: bytes) -> None:
    packed = gzip.compress(CONTENT)
    made = digest("sha256", packed if stated == CONTENT else CONTENT)
    headers = (("Content-Encoding", "gzip"), ("Repr-Digest", f"sha-256=:{made}:"))
    with Server(image(packed, *headers)) as server:
        if stated == CONTENT:
            assert downloaded(server.url, whole) == CONTENT
        else:
            with pytest.raises(errors.APIResponseError, match="digest"):
                downloaded(server.url, whole)


@pytest.mark.parametrize("rest", [CONTENT[HALF:], b"x" * (len(CONTENT) - HALF)])
def test_the_digest_holds_over_a_resumed_download(downloaded: Run, rest: bytes) -> None:
    stated = ("Repr-Digest", f"sha-256=:{digest('sha256')}:")
    first = image(CONTENT, ("ETag", ETAG), ("Accept-Ranges", "bytes"), stated)
    size = len(CONTENT)
    second = image(rest, ("Content-Range", f"bytes {HALF}-{size - 1}/{size}"), status=206)
    with Server(cut(first), second) as server:
        if rest == CONTENT[HALF:]:
            assert downloaded(server.url, whole) == CONTENT
        else:
            with pytest.raises(errors.APIResponseError, match="digest"):
                downloaded(server.url, whole)
        assert len(server.received) == 2
