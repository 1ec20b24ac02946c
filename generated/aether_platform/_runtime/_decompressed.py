"""Decompresses bodies (RFC 9110 section 8.4), or raises with the part that could be read.

httpx2 decompresses as well, but takes a stream that ends early for whole, reads the first of
several that follow each other, and copies what stands behind them again and again. So it is asked
only for codings other than gzip and deflate, which we do not ask servers for.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence

import httpx2

from ._deadline import DeadlinePassed
from ._decompressor import Decompressor

ACCEPTED = "gzip, deflate"
"""The content codings in `Accept-Encoding`."""


class Broken(Exception):
    """The body is incomplete. `content` is the part that could be read."""

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
    if coding not in {"gzip", "deflate"}:
        response = httpx2.Response(200, headers={"content-encoding": coding}, content=[content])
        yield from response.iter_bytes()
        return
    decompressor = Decompressor(coding)
    yield from decompressor.of(content)
    if decompressor.is_within:
        raise EOFError("the compressed stream ends early")
