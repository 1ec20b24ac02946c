"""Decompresses a body chunk by chunk."""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator, Sequence
from typing import Any

from ._raising import incomplete
from ._response import Response

_MOST_AT_ONCE = 2**18
_KNOWN: Sequence[Sequence[str]] = ([], ["gzip"], ["deflate"])


class Decoder:
    """Decompresses a body chunk by chunk, although the server was not asked to compress it."""

    def __init__(self, codings: Sequence[str], response: Response) -> None:
        self._codings = codings = list(codings)
        self._response = response
        self._stream: Any = None
        self._is_over = False
        if codings not in _KNOWN:
            named = ", ".join(codings)
            raise incomplete(response, f"has the content coding {named}, which was not asked for")

    def decoded(self, chunk: bytes) -> Iterator[bytes]:
        """Decompress a chunk, in pieces that are not too large."""
        if not self._codings:
            if chunk:
                yield chunk
            return
        try:
            while chunk and not self._is_over:
                chunk = yield from self._member(chunk)
        except zlib.error as error:
            raise incomplete(self._response, f"cannot be decompressed: {error}") from error

    def end(self) -> None:
        """Check that the compressed stream is whole."""
        if self._stream is not None and not self._stream.eof:
            raise incomplete(
                self._response, "cannot be decompressed: the compressed stream ends early"
            )

    def _member(self, chunk: bytes) -> Generator[bytes, None, bytes]:
        """Decompress what a chunk has of one stream. Returns what follows the stream."""
        if self._stream is None or self._stream.eof:
            if self._stream is not None and (self._codings == ["deflate"] or chunk[:1] != b"\x1f"):
                self._is_over = True  # other bytes after it are ignored
                return b""
            self._stream = zlib.decompressobj(_window(self._codings[0], chunk))
        made = self._stream.decompress(chunk, _MOST_AT_ONCE)
        while made:
            yield made
            if self._stream.eof:  # more input would count as what follows the stream
                break
            made = self._stream.decompress(self._stream.unconsumed_tail, _MOST_AT_ONCE)
        return self._stream.unused_data if self._stream.eof else b""


def _window(coding: str, start: bytes) -> int:
    """The kind of stream: `deflate` has a header of zlib, but some servers leave it out."""
    if coding == "gzip":
        return zlib.MAX_WBITS | 16
    has_header = start[0] & 15 == 8 and (len(start) < 2 or (start[0] * 256 + start[1]) % 31 == 0)
    return zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS
