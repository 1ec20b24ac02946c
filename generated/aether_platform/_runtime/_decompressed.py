"""Bodies that are compressed (RFC 9110 section 8.4): the whole of them, or why there is less.

httpx2 decompresses as well, but takes a stream that ends early for whole, reads the first of
several that follow each other, and copies what stands behind them again and again. So it is asked
only for codings other than gzip and deflate, which we do not ask servers for.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Generator, Iterator, Sequence

import httpx2

from ._deadline import DeadlinePassed

ACCEPTED = "gzip, deflate"
"""The content codings in `Accept-Encoding`."""

_GZIP = zlib.MAX_WBITS | 16
_PIECE = 65536
_FIRST_PIECE = 512
"""Bytes per step. The first step is small, because a stream may have many short members."""
_MOST_AT_ONCE = 2**20
_MAGIC = b"\x1f\x8b"


class Broken(Exception):
    """The body is incomplete. `content` is what could be read."""

    def __init__(self, defect: str, content: bytes) -> None:
        super().__init__(defect)
        self.content = content


def codings_of(headers: httpx2.Headers) -> Sequence[str]:
    """The content codings of a body, in the order in which they were applied."""
    named = headers.get_list("content-encoding", split_commas=True)
    lower = (name.strip().lower() for name in named)
    return [name.removeprefix("x-") for name in lower if name not in {"", "identity"}]


def decompressed(
    content: bytes, codings: Sequence[str], limit: int, remaining: Callable[[], float | None]
) -> bytes:
    """Undo the content codings of a body, from last to first.

    Raises:
        Broken: It ends early, is not compressed, or is larger than `limit` bytes.
        DeadlinePassed: `remaining` returned 0.
    """
    if len(codings) > 5:
        raise Broken(f"has {len(codings)} content codings", b"")
    for coding in reversed(codings):
        if content:
            pieces = _pieces(coding, content)
            content = _gathered(pieces, limit, remaining)
    return content


def _gathered(pieces: Iterator[bytes], limit: int, remaining: Callable[[], float | None]) -> bytes:
    gathered: list[bytes] = []
    left = limit
    try:
        for piece in pieces:
            if remaining() == 0.0:
                raise DeadlinePassed
            gathered.append(piece[:left])
            if len(piece) > left:
                raise Broken(
                    f"is larger than {limit} bytes (max_response_size)", b"".join(gathered)
                )
            left -= len(piece)
    except (zlib.error, httpx2.DecodingError, EOFError) as error:
        raise Broken(f"cannot be decompressed: {error}", b"".join(gathered)) from error
    return b"".join(gathered)


def _pieces(coding: str, content: bytes) -> Iterator[bytes]:
    match coding:
        case "gzip":
            return _gunzipped(content)
        case "deflate":
            return _inflated(content)
        case _:
            response = httpx2.Response(200, headers={"content-encoding": coding}, content=[content])
            return response.iter_bytes()


def _gunzipped(content: bytes) -> Iterator[bytes]:
    """All members of a gzip stream (RFC 1952 section 2.2). Other bytes after them are ignored."""
    position = 0
    while position == 0 or content.startswith(_MAGIC, position):
        position = yield from _member(content, position, _GZIP)


def _inflated(content: bytes) -> Iterator[bytes]:
    """A zlib stream, or the raw deflate that some servers send (RFC 9110 section 8.4.1.2)."""
    try:
        zlib.decompressobj().decompress(content[:_FIRST_PIECE], 1)
    except zlib.error:
        yield from _member(content, 0, -zlib.MAX_WBITS)
    else:
        yield from _member(content, 0, zlib.MAX_WBITS)


def _member(content: bytes, position: int, window: int) -> Generator[bytes, None, int]:
    """Decompress one stream, and return the position of its end.

    Raises:
        EOFError: The content ends before the stream.
    """
    stream = zlib.decompressobj(window)
    size = _FIRST_PIECE
    while not stream.eof:
        piece = content[position : position + size]
        if not piece:
            raise EOFError("the compressed stream ends early")
        position += len(piece)
        size = min(2 * size, _PIECE)
        yield (made := stream.decompress(piece, _MOST_AT_ONCE))
        while not stream.eof and (stream.unconsumed_tail or len(made) == _MOST_AT_ONCE):
            yield (made := stream.decompress(stream.unconsumed_tail, _MOST_AT_ONCE))
    return position - len(stream.unused_data)
