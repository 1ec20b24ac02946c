"""Files that are read while they are sent, so that they need not fit into memory."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator, Sequence
from contextlib import aclosing, contextmanager, suppress
from contextvars import copy_context
from functools import partial
from io import TextIOBase
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from threading import Event, Lock, Semaphore
from typing import IO, TypeAlias, cast

from msgspec import UnsetType

from ._content import Streamed, is_structured
from ._deadline import Outcome, start

FileContent: TypeAlias = bytes | IO[bytes] | Path | Iterator[bytes] | AsyncIterator[bytes]
"""The content of a file, a file opened for reading bytes, a path, or an iterator of chunks."""

_CHUNK = 2**20
"""Bytes that are read at once. More than `_early.PIECE`: a refusal is noticed between chunks."""
_WANTED = "bytes, a pathlib.Path, a file that is open for reading bytes or an iterator of bytes"


class Source:
    """A file that is not in memory. It ends where it ended when the call began."""

    def __init__(self, name: str, file: IO[bytes] | Path, start: int, length: int | None) -> None:
        """Remember a file; `length` is None if it can be read only once."""
        self.length = length
        self.is_repeatable = length is not None
        self._name = name
        self._file = file
        self._start = start
        self._lock = Lock()

    def __iter__(self) -> Generator[bytes]:
        """Read the file from its start.

        Raises:
            OSError: It cannot be read, or is shorter than it was.
            TypeError: It is not open for reading bytes.
        """
        if isinstance(self._file, Path):
            with self._file.open("rb", buffering=0) as file:
                yield from self._chunks(file)
        else:
            if self.is_repeatable:
                self._file.seek(self._start)
            yield from self._chunks(self._file)

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        """Read the file in a thread, because it may be slow, while the chunks before are sent.

        The thread of an attempt that failed may still read. The next one waits for it.

        Raises:
            OSError: It cannot be read, or is shorter than it was; or there can be no more threads.
            TypeError: It is not open for reading bytes.
        """
        from asyncio import Queue, get_running_loop

        loop, chunks = get_running_loop(), iter(self)
        outcomes: Queue[Outcome[bytes]] = Queue()
        has_room, is_stopped = Semaphore(), Event()

        def read() -> None:
            with self._lock:
                while not is_stopped.is_set():
                    outcome = Outcome(partial(next, chunks, b""))
                    outcome.happen()
                    has_room.acquire()
                    with suppress(RuntimeError):  # the loop is closed
                        loop.call_soon_threadsafe(outcomes.put_nowait, outcome)
                _close(chunks)

        start(partial(copy_context().run, read))
        try:
            while chunk := (await outcomes.get()).get():
                has_room.release()
                yield chunk
        finally:
            is_stopped.set()
            has_room.release()
            _close(chunks)  # at once, unless the thread reads

    def _chunks(self, file: IO[bytes]) -> Generator[bytes]:
        left = self.length
        # A pipe is sent as it is written: `read1` does not wait for a whole chunk.
        read = file.read if left is not None else getattr(file, "read1", file.read)
        while left != 0:
            chunk = _checked(self._name, read(_CHUNK if left is None else min(_CHUNK, left)))
            if not chunk and left is not None:
                raise OSError(f"{self._name} became {left} bytes shorter while it was sent")
            if not chunk:
                return
            left = left and left - len(chunk)
            yield chunk


def _close(chunks: Generator[bytes]) -> None:
    """Close a file, unless another thread reads or closes it. That one closes it then."""
    with suppress(ValueError):  # the generator runs
        chunks.close()


class Chunks:
    """An iterator, which can be read only once."""

    length = None
    is_repeatable = False

    def __init__(self, name: str, iterator: Iterator[object] | AsyncIterator[object]) -> None:
        self._name = name
        self._iterator = iterator

    def __iter__(self) -> Iterator[bytes]:
        if isinstance(self._iterator, AsyncIterator):
            raise TypeError(f"{self._name} is an async iterator, which a sync client cannot read")
        return (_checked(self._name, chunk) for chunk in self._iterator)

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        if isinstance(self._iterator, AsyncIterator):
            async for chunk in self._iterator:
                yield _checked(self._name, chunk)
        else:  # in this thread, since it may belong to it
            for chunk in self._iterator:
                yield _checked(self._name, chunk)


class Upload(Streamed):
    """A body with files. Each attempt reads them anew."""

    def __init__(self, pieces: Sequence[bytes | Source | Chunks]) -> None:
        """A body of these pieces, one after another."""
        self.length = 0
        for piece in pieces:
            length = len(piece) if isinstance(piece, bytes) else piece.length
            self.length = None if self.length is None or length is None else self.length + length
        self._pieces = pieces
        self._is_begun = False

    @property
    def can_be_read(self) -> bool:
        """Whether all of it can be read (again)."""
        return not self._is_begun or all(
            isinstance(piece, bytes) or piece.is_repeatable for piece in self._pieces
        )

    def __iter__(self) -> Generator[bytes]:
        """Read it for a sync client."""
        with self._reading():
            for piece in self._pieces:
                if isinstance(piece, bytes):
                    yield piece
                else:
                    yield from piece

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        """Read it for an async client."""
        with self._reading():
            for piece in self._pieces:
                if isinstance(piece, bytes):
                    yield piece
                else:
                    async with aclosing(aiter(piece)) as chunks:
                        async for chunk in chunks:
                            yield chunk

    @contextmanager
    def _reading(self) -> Generator[None]:
        self._is_begun = True
        self.failure = None
        try:
            yield
        except Exception as error:
            self.failure = error
            raise


def is_file(value: object) -> bool:
    """Whether a value is a `FileContent`. A model may have a field called `read`."""
    if isinstance(value, bytes | bytearray | Path):
        return True
    if is_structured(value):
        return False
    return callable(getattr(value, "read", None)) or isinstance(value, Iterator | AsyncIterator)


def opened(name: str, file: object) -> bytes | Source | Chunks:
    """Prepare a file for being sent: find how long it is, and whether it can be read again.

    Raises:
        TypeError: It is not a file, or is opened as text.
        OSError: It cannot be opened.
    """
    if isinstance(file, bytes | bytearray):
        return bytes(file)
    if isinstance(file, Path):
        return _at_path(name, file)
    if not is_file(file) or isinstance(file, TextIOBase):
        advice = "; encode text, and wrap a path in pathlib.Path()" if isinstance(file, str) else ""
        raise TypeError(f"{name} must be {_WANTED}, not {type(file).__name__}{advice}")
    if not callable(getattr(file, "read", None)):
        return Chunks(name, cast("Iterator[object] | AsyncIterator[object]", file))
    return _open(name, cast("IO[bytes]", file))


def file_content(name: str, file: object) -> bytes | Upload:
    """A body that is one file.

    Raises:
        TypeError: It is not a file, or is opened as text.
        OSError: It cannot be opened.
    """
    content = opened(name, file)
    return content if isinstance(content, bytes) else Upload([content])


def bytes_content(
    media_type: str, body: FileContent | UnsetType
) -> tuple[str, bytes | Streamed | UnsetType]:
    """Prepare a body that is bytes.

    Returns:
        The media type, and the body; `UNSET` for none.

    Raises:
        TypeError: It is not a file. Text is not one, because it may be a path.
        OSError: It cannot be opened.
    """
    return media_type, body if isinstance(body, UnsetType) else file_content("body", body)


def _at_path(name: str, path: Path) -> bytes | Source:
    found = path.stat()
    if not (S_ISREG(found.st_mode) or S_ISDIR(found.st_mode)):
        return Source(name, path, 0, None)  # such as a pipe
    with path.open("rb") as file:  # fails before anything is sent
        if not found.st_size:  # files of the system may have none
            return file.read()
    return Source(name, path, 0, found.st_size)


def _open(name: str, file: IO[bytes]) -> bytes | Source:
    try:
        start = file.tell() if file.seekable() else None
        if start is not None:
            _checked(name, file.read(0))
            length = file.seek(0, 2) - start
            file.seek(start)
            return Source(name, file, start, length) if length > 0 else _checked(name, file.read())
    except (AttributeError, OSError):  # its position is unknown
        pass
    return Source(name, file, 0, None)


def _checked(name: str, chunk: object) -> bytes:
    """A chunk of a file.

    Raises:
        TypeError: It is not bytes.
    """
    if isinstance(chunk, bytes):
        return chunk
    if isinstance(chunk, bytearray | memoryview):
        return bytes(cast("bytearray", chunk))
    raise TypeError(f"{name} must give bytes, not {type(chunk).__name__}")
