"""Decompresses one content coding, `gzip` or `deflate`, step by step (RFC 9110 section 8.4.1)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

_GZIP = zlib.MAX_WBITS | 16
_MAGIC = b"\x1f\x8b"
_FIRST_PIECE = 512
"""Bytes per step. The first step is small, because a stream may have many short members."""
_PIECE = 2**16
_MOST_AT_ONCE = 2**18


class Decompressor:
    """Undoes one coding. A gzip stream may have several members (RFC 1952 section 2.2).

    Other bytes after the compressed stream are ignored.
    """

    def __init__(self, coding: str) -> None:
        self._is_gzip = coding == "gzip"
        self._stream: Any = None
        """The stream or member being read; its first two bytes say its kind."""
        self._head = b""
        self._has_ended = False
        self._is_over = False

    @property
    def is_within(self) -> bool:
        """Whether a stream has begun and not ended."""
        return self._stream is not None or (bool(self._head) and not self._has_ended)

    def of(self, piece: bytes) -> Iterator[bytes]:
        """Decompress a piece, step by step. A step may yield only an empty piece.

        Raises:
            zlib.error: It is not compressed.
        """
        position, size = 0, _FIRST_PIECE
        while position < len(piece) and not self._is_over:
            if self._stream is None:
                head = piece[position : position + len(_MAGIC) - len(self._head)]
                position += len(head)
                self._head += head
                if len(self._head) < len(_MAGIC):
                    return
                self._stream = self._begun()
                if self._stream is None:
                    self._is_over = True
                    return
                part, self._head = self._head, b""
            else:
                part = piece[position : position + size]
                position += len(part)
                size = min(2 * size, _PIECE)
            yield from self._made(part)
            if self._stream.eof:
                position -= len(self._stream.unused_data)
                self._stream, self._has_ended = None, True
                self._is_over = not self._is_gzip
                size = _FIRST_PIECE

    def _begun(self) -> Any:
        """A new stream for this head; None if it is the head of none."""
        if self._is_gzip:
            is_other = self._has_ended and self._head != _MAGIC
            return None if is_other else zlib.decompressobj(_GZIP)
        return zlib.decompressobj(zlib.MAX_WBITS if _has_header(self._head) else -zlib.MAX_WBITS)

    def _made(self, part: bytes) -> Iterator[bytes]:
        made = self._stream.decompress(part, _MOST_AT_ONCE)
        yield made
        while not self._stream.eof and (self._stream.unconsumed_tail or len(made) == _MOST_AT_ONCE):
            made = self._stream.decompress(self._stream.unconsumed_tail, _MOST_AT_ONCE)
            yield made


def _has_header(head: bytes) -> bool:
    """Whether a stream begins as zlib does (RFC 1950 section 2.2). Some servers omit the header."""
    return head[0] & 15 == zlib.DEFLATED and int.from_bytes(head, "big") % 31 == 0
