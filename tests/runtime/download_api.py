"""Downloads of either kind, used in one way, and what servers send for them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from api import AsyncExample, Example
from conftest import TOKEN
from fault_server import Behaviour, close, reply
from package._runtime._download import AsyncDownload, Download

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


def sync_run(url: str, use: Callable[[Both], Any], **options: Any) -> Any:
    """What `use` returns for a download from a server."""
    with (
        Example(**{"base_url": url, "token": TOKEN} | options) as client,
        Download(client.things.download, "a") as download,
    ):
        return use(Both(lambda value: value, download))


def async_run(url: str, use: Callable[[Both], Any], **options: Any) -> Any:
    """The same of an async client."""
    with asyncio.Runner() as runner:
        opened = opened_async(url, **options)
        download = runner.run(opened.__aenter__())
        try:
            return use(Both(lambda value: runner.run(_await(value)), download))
        finally:
            runner.run(opened.__aexit__(None, None, None))


async def _await(value: Any) -> Any:
    return await value


@asynccontextmanager
async def opened_async(url: str, **options: Any) -> AsyncIterator[AsyncDownload]:
    """An async download from a server."""
    async with (
        AsyncExample(**{"base_url": url, "token": TOKEN} | options) as client,
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
