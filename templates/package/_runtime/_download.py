"""Responses that are read while they arrive, so that they need not fit into memory."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator
from contextlib import aclosing, closing, suppress
from dataclasses import replace
from errno import EISDIR
from functools import partial
from io import BytesIO
from pathlib import Path
from secrets import token_hex
from stat import S_ISDIR
from types import TracebackType
from typing import IO, Any, ParamSpec, Self, TypeAlias, cast

import httpx2

from ..errors import APIConnectionError, APIError
from ._body import has_leftovers
from ._deadline import async_aside
from ._failures import BROKEN
from ._opened import Opened, Opener
from ._operation import Request
from ._raw import rebound
from ._resource import AsyncResource, Resource

P = ParamSpec("P")
_AT_ONCE = 2**21
"""Bytes that an async download writes at once: a thread for each chunk would take longer."""
Progress: TypeAlias = Callable[[int, int | None], object]
"""Called with the bytes that have arrived, and with how many there will be, if that is known."""


class Download(Opener):
    """The response to a method that returns bytes, read while it arrives.

        with Download(client.reports.get, report_id) as download:
            download.to_file("report.pdf")

    It has no maximum size, and no deadline once it has begun: each read may take as long as the
    timeout allows. If the connection breaks, it is resumed where the server supports it.
    """

    def __init__(self, method: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Prepare to call a method of a resource with these arguments. Nothing is sent yet.

        Raises:
            TypeError: It is not a method of a resource of a sync client.
        """
        super().__init__()
        self._method = partial(rebound(method, self._open, Resource), *args, **kwargs)
        self._send: Callable[[Request[Any]], Any] = _sender(method)

    def __enter__(self) -> Self:
        """Send the request.

        Raises:
            APIError: The call failed.
        """
        try:
            self._opened = self._method()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop reading."""
        while self._kept:
            self._kept.pop()[0].close()

    def __iter__(self) -> Generator[bytes]:
        """The chunks of the body, as they arrive.

        Raises:
            APIConnectionError: The connection broke, and the rest could not be had.
            APIResponseError: It cannot be decompressed, or does not have the digest that the server
                states.
        """
        decompression = self._begin()
        while True:
            before = self._received
            try:
                for chunk in self._chunks():
                    self._got(chunk)
                    yield from decompression.of(chunk)
            except BROKEN as error:
                self._resume(self._found.call.broken(error), self._received - before)
            else:
                self._ended(decompression)
                return

    def read(self) -> bytes:
        """The whole body."""
        return b"".join(self)

    def to_file(self, path: str | os.PathLike[str], progress: Progress | None = None) -> None:
        """Write the body to a file.

        It is written under another name in the same folder, and renamed when it is whole. So the
        path has the whole file or what it had before.

        Args:
            path: Where to write it.
            progress: Called after each chunk with the bytes so far, and with all or None.
        """
        target = Path(path)
        part, written = _part_of(target), 0
        try:
            with part.open("xb") as file, closing(iter(self)) as chunks:
                for chunk in chunks:
                    file.write(chunk)
                    written += len(chunk)
                    if progress is not None:
                        progress(written, self.length)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)

    def _open(self, request: Request[Any]) -> Opened:
        self._request = request
        opened: Opened = self._send(self._opening(request))
        return opened

    def _chunks(self) -> Iterator[bytes]:
        found = self._found
        if found.is_read:
            yield found.http.content
            return
        yield from cast("httpx2.SyncByteStream", found.rest())
        if has_leftovers(found.http):
            found.http.extensions["network_stream"].close()

    def _resume(self, failure: APIConnectionError, progress: int) -> None:
        request = self._resumption(progress)
        self.close()
        if request is None:
            raise failure
        try:
            opened = self._send(request)
        except APIError:
            raise failure from None
        if not self._continues(opened):
            raise failure
        self._opened = replace(opened, response=self._found.response)


class AsyncDownload(Opener):
    """The response to a method that returns bytes, read while it arrives.

        async with AsyncDownload(client.reports.get, report_id) as download:
            await download.to_file("report.pdf")

    It has no maximum size, and no deadline once it has begun: each read may take as long as the
    timeout allows. If the connection breaks, it is resumed where the server supports it.
    """

    def __init__(
        self, method: Callable[P, Awaitable[object]], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Prepare to call a method of a resource with these arguments. Nothing is sent yet.

        Raises:
            TypeError: It is not a method of a resource of an async client.
        """
        super().__init__()
        bound = rebound(method, self._open, AsyncResource)
        self._method = partial(bound, *args, **kwargs)
        self._send: Callable[[Request[Any]], Awaitable[Any]] = _sender(method)

    async def __aenter__(self) -> Self:
        """Send the request.

        Raises:
            APIError: The call failed.
        """
        try:
            self._opened = await self._method()
        except BaseException:
            await self.close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Stop reading."""
        while self._kept:
            await self._kept.pop()[0].aclose()

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        """The chunks of the body, as they arrive.

        Raises:
            APIConnectionError: The connection broke, and the rest could not be had.
            APIResponseError: It cannot be decompressed, or does not have the digest that the server
                states.
        """
        decompression = self._begin()
        while True:
            before = self._received
            try:
                async with aclosing(self._chunks()) as chunks:
                    async for chunk in chunks:
                        self._got(chunk)
                        for piece in decompression.of(chunk):
                            yield piece
            except BROKEN as error:
                await self._resume(self._found.call.broken(error), self._received - before)
            else:
                self._ended(decompression)
                return

    async def read(self) -> bytes:
        """The whole body."""
        return b"".join([chunk async for chunk in self])

    async def to_file(self, path: str | os.PathLike[str], progress: Progress | None = None) -> None:
        """Write the body to a file, in threads, because disks may be slow.

        It is written under another name in the same folder, and renamed when it is whole. So the
        path has the whole file or what it had before.

        Args:
            path: Where to write it.
            progress: Called after each chunk with the bytes so far, and with all or None.
        """
        target = Path(path)
        part, gathered, size = _part_of(target), BytesIO(), 0
        file = await async_aside(partial(_created, part))
        try:
            async with aclosing(aiter(self)) as chunks:
                async for chunk in chunks:
                    size += len(chunk)
                    if progress is not None:
                        progress(size, self.length)
                    gathered.write(chunk)
                    if gathered.tell() >= _AT_ONCE:
                        await async_aside(partial(_write, file, gathered))
            await async_aside(partial(_write, file, gathered))
            file.close()
            part.replace(target)
        finally:
            file.close()
            part.unlink(missing_ok=True)

    async def _open(self, request: Request[Any]) -> Opened:
        self._request = request
        opened: Opened = await self._send(self._opening(request))
        return opened

    async def _chunks(self) -> AsyncGenerator[bytes]:
        found = self._found
        if found.is_read:
            yield found.http.content
            return
        chunks = aiter(cast("httpx2.AsyncByteStream", found.rest()))
        try:
            async for chunk in chunks:
                yield chunk
        finally:
            if isinstance(chunks, AsyncGenerator):
                await chunks.aclose()
        if has_leftovers(found.http):
            await found.http.extensions["network_stream"].aclose()

    async def _resume(self, failure: APIConnectionError, progress: int) -> None:
        request = self._resumption(progress)
        await self.close()
        if request is None:
            raise failure
        try:
            opened = await self._send(request)
        except APIError:
            raise failure from None
        if not self._continues(opened):
            raise failure
        self._opened = replace(opened, response=self._found.response)


def _sender(method: Callable[..., object]) -> Any:
    """What sends the requests of a method: that of a resource, or of a client itself."""
    owner: object = getattr(method, "__self__", None)
    if isinstance(owner, Resource | AsyncResource):
        return vars(owner)["_send"]
    return getattr(owner, "send", None)


def _part_of(target: Path) -> Path:
    """Another name in the same folder, which is not too long.

    Raises:
        IsADirectoryError: The target is a folder.
        OSError: Nothing can have its name.
    """
    with suppress(FileNotFoundError):
        if S_ISDIR(target.stat().st_mode):  # `is_dir` hides other errors in newer Pythons
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(target))
    return target.with_name(f".{target.name[:40]}.{token_hex(4)}.part")


def _created(part: Path) -> IO[bytes]:
    return cast("IO[bytes]", part.open("xb", buffering=0))


def _write(file: IO[bytes], gathered: BytesIO) -> None:
    """Write the collected data. Its memory is reused, because allocating takes longer."""
    with gathered.getbuffer()[: gathered.tell()] as rest:
        written = 0
        while written < len(rest):  # an unbuffered file may write less
            written += file.write(rest[written:])
    gathered.seek(0)
