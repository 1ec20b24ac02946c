"""Decompresses the body of a stream as its bytes arrive (RFC 9110 section 8.4)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

_GZIP = zlib.MAX_WBITS | 16
_MOST_AT_ONCE = 2**16


class NotInflated(Exception):
    """The body is not compressed as its headers say."""


class Inflated:
    """Undoes the content codings of a body, piece by piece."""

    def __init__(self, codings: Sequence[str]) -> None:
        """Undo codings, in the order in which they were applied.

        Raises:
            NotInflated: There are too many, or one that the client did not ask for.
        """
        others = [coding for coding in codings if coding not in {"gzip", "deflate"}]
        if others or len(codings) > 5:
            raise NotInflated(f"has the content codings {', '.join(codings)[:80]}")
        self._stages = [_Stage(coding) for coding in reversed(codings)]

    def of(self, piece: bytes) -> Iterator[bytes]:
        """What the next piece of the body is decompressed to, in pieces of limited size.

        Raises:
            NotInflated: It is not compressed.
        """
        return self._through(piece, 0) if self._stages else iter((piece,))

    def end(self) -> None:
        """Check that the compressed streams are complete.

        Raises:
            NotInflated: One is not.
        """
        if any(stage.is_within for stage in self._stages):
            raise NotInflated("cannot be decompressed: the compressed stream ends early")

    def _through(self, piece: bytes, at: int) -> Iterator[bytes]:
        if at == len(self._stages):
            yield piece
            return
        try:
            for made in self._stages[at].of(piece):
                yield from self._through(made, at + 1)
        except zlib.error as error:
            raise NotInflated(f"cannot be decompressed: {error}") from error


class _Stage:
    """Undoes one coding. A gzip stream may have several members (RFC 1952 section 2.2)."""

    def __init__(self, coding: str) -> None:
        self._window = _GZIP if coding == "gzip" else zlib.MAX_WBITS
        self._stream = zlib.decompressobj(self._window)
        self._head = b""
        """The first bytes of a stream that is not known to have the header of zlib."""
        self.is_within = False
        """Whether a stream has begun and not ended."""

    def of(self, piece: bytes) -> Iterator[bytes]:
        if self._window == zlib.MAX_WBITS:
            self._head += piece
            if len(self._head) < 2:
                return
            if not _has_header(self._head):  # as some servers send it (section 8.4.1.2)
                self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
            piece, self._window, self._head = self._head, 0, b""
        while piece:
            if self._stream.eof:
                if self._window != _GZIP or not piece.startswith(b"\x1f"):
                    return  # other bytes after a stream are ignored
                self._stream = zlib.decompressobj(_GZIP)
            made = self._stream.decompress(piece, _MOST_AT_ONCE)
            self.is_within = not self._stream.eof
            if made:
                yield made
            piece = self._stream.unused_data or self._stream.unconsumed_tail
            while not piece and len(made) == _MOST_AT_ONCE and not self._stream.eof:
                if made := self._stream.decompress(b"", _MOST_AT_ONCE):
                    yield made


def _has_header(head: bytes) -> bool:
    """Whether a stream begins as zlib does (RFC 1950 section 2.2)."""
    return head[0] & 15 == zlib.DEFLATED and int.from_bytes(head[:2], "big") % 31 == 0
