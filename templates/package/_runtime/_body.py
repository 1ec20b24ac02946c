"""The body of an answer while it is being read."""

from __future__ import annotations

from collections.abc import Callable

import httpx2


class Body:
    """Gathers decompressed chunks, up to a size and a deadline."""

    def __init__(self, limit: int, remaining: Callable[[], float | None]) -> None:
        """Gather at most `limit` bytes while `remaining` seconds are left."""
        self.defect: str | None = None
        """Why `content` is not the whole body, if it is not."""
        self._chunks: list[bytes] = []
        self._left = limit
        self._limit = limit
        self._remaining = remaining

    @property
    def content(self) -> bytes:
        """What has been gathered."""
        return b"".join(self._chunks)

    def is_full_with(self, chunk: bytes) -> bool:
        """Add a chunk; True if it does not fit, and the rest is not to be read.

        Raises:
            TimeoutError: The deadline has passed: a server that sends a byte now and then keeps
                every timeout for a single read.
        """
        if self._remaining() == 0.0:
            raise TimeoutError
        self._chunks.append(chunk[: self._left])
        if len(chunk) > self._left:
            self.defect = f"is larger than {self._limit} bytes (max_response_size)"
            return True
        self._left -= len(chunk)
        return False

    def broke(self, error: httpx2.DecodingError) -> None:
        """Note that the body cannot be decompressed."""
        self.defect = f"cannot be decompressed: {error}"


def comes_raw(response: httpx2.Response) -> bool:
    """Whether a body is what comes from the connection: not compressed (RFC 9110 section 8.4).

    Then no generator that decompresses is put around the one that reads it, which would be a third
    of what an async call adds to its request. Transports made for tests may have read it already.
    """
    return not response.is_stream_consumed and "content-encoding" not in response.headers
