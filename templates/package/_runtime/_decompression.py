"""Decompresses a body that is read while it arrives, piece by piece (RFC 9110 section 8.4)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence

from ._decompressor import Decompressor
from ._raising import incomplete
from ._response import Response

_CODINGS = frozenset({"gzip", "deflate"})
_MOST_CODINGS = 5


class Decompression:
    """Undoes the content codings of a body while it arrives."""

    def __init__(self, codings: Sequence[str], response: Response) -> None:
        """Undo codings, given in the order in which they were applied.

        Raises:
            APIResponseError: There are too many, or one that the client did not ask for.
        """
        self._response = response
        if len(codings) > _MOST_CODINGS or not _CODINGS.issuperset(codings):
            named = ", ".join(codings)[:80]
            raise incomplete(response, f"has the content coding {named}, which was not asked for")
        self._stages = [Decompressor(coding) for coding in reversed(codings)]
        self.is_needed = bool(self._stages)
        """Whether the body is compressed."""

    def of(self, piece: bytes) -> Iterable[bytes]:
        """Decompress the next piece of the body, in pieces of limited size.

        Raises:
            APIResponseError: It is not compressed.
        """
        return self._decompressed(piece) if self._stages else (piece,)

    def _decompressed(self, piece: bytes) -> Iterator[bytes]:
        try:
            yield from self._through(piece, self._stages)
        except zlib.error as error:
            raise incomplete(self._response, f"cannot be decompressed: {error}") from error

    def end(self) -> None:
        """Check that the compressed streams are complete.

        Raises:
            APIResponseError: One is not.
        """
        if any(stage.is_within for stage in self._stages):
            what = "cannot be decompressed: the compressed stream ends early"
            raise incomplete(self._response, what)

    def _through(self, piece: bytes, stages: Sequence[Decompressor]) -> Iterator[bytes]:
        if not stages:
            if piece:
                yield piece
            return
        for made in stages[0].of(piece):
            yield from self._through(made, stages[1:])
