"""The outcome of an attempt: a response, or a failure of the connection."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import httpx2

from ..errors import APIConnectionError, APITimeoutError
from ._board import Attempt
from ._bodies import Content

Respond: TypeAlias = Callable[[Attempt], httpx2.Response]

_LONGEST = 80


def expectation_text(method: str, value: object) -> str:
    """An expectation in short: `returns(Cluster(...))`."""
    shown = repr(value)
    return f"{method}({shown if len(shown) <= _LONGEST else f'{shown[:_LONGEST]}...'})"


class Chunks(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The body of a response, in chunks as a connection delivers them, and a failure at its end."""

    def __init__(self, chunks: Sequence[bytes], failure: Exception | None = None) -> None:
        self._chunks = chunks
        self._failure = failure

    def __iter__(self) -> Iterator[bytes]:
        yield from self._chunks
        if self._failure is not None:
            raise self._failure

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self._chunks:
            yield chunk
        if self._failure is not None:
            raise self._failure


def sending(content: Content, headers: Mapping[str, str] | None) -> Respond:
    """The function that sends a response."""
    sent = headers_of(headers, content.media_type)

    def respond(_: Attempt) -> httpx2.Response:
        # As a stream, so that the client reads it like that of a connection.
        return httpx2.Response(
            content.status,
            headers=sent,
            stream=Chunks([content.content] if content.content else []),
        )

    return respond


def breaking(error: APIConnectionError) -> Respond:
    """The function that breaks a connection."""
    is_late = isinstance(error, APITimeoutError)
    kind = httpx2.ReadTimeout if is_late else httpx2.ConnectError
    text = str(error) or (
        "the test let it time out" if is_late else "the test refused the connection"
    )

    def respond(_: Attempt) -> httpx2.Response:
        raise kind(text)

    return respond


def headers_of(headers: Mapping[str, str] | None, content_type: str | None) -> httpx2.Headers:
    """The headers of a response; those of the test override the media type."""
    usual = {} if content_type is None else {"content-type": content_type}
    return httpx2.Headers(
        {**usual, **{name.lower(): value for name, value in (headers or {}).items()}}
    )
