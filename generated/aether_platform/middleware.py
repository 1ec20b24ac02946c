"""Functions around the calls and the attempts of a client, and functions that sign requests.

A middleware takes a request and the function that sends it, and returns the response:

    def timed(request: HTTPRequest, call_next: CallNext) -> HTTPResponse:
        started = perf_counter()
        response = call_next(request)
        print(request.operation, response.status_code, perf_counter() - started)
        return response

`middleware=[timed]` calls it around each call, `attempt_middleware=[timed]` around each attempt of
a call. The first one in a list is the outermost. That of an async client is `async def`, and awaits
`call_next(request)`.

`sign=` is called once for each attempt, with the request as it is sent, and returns it with a
signature.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import httpx2

from ._runtime._redirect import without_query


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HTTPRequest:
    """A request, before the credentials are added. Return or pass on a copy to change it.

        call_next(replace(request, content=compressed).with_headers({"content-encoding": "br"}))

    `replace` is that of `dataclasses`. A middleware can change `headers` and `content`, and around
    a call also the path and query of `url`, below the base URL. `sign=` can change `headers` and
    the query. Any other change raises `ValueError`.
    """

    operation: str
    """The `operationId` in the API's document, such as `updateCluster`."""
    template: str | None
    """The documented path, such as `/clusters/{cluster_id}`; None if there is none."""
    method: str
    url: str
    """The URL. One that a server has sent lacks its query, which may contain a signature."""
    headers: Mapping[str, str]
    """The headers by name in lower case. Only `sign=` is given `host` and the credentials.

    `content-length` and the like cannot be set: the client does, for each request.
    """
    content: bytes | None = None
    """The body; None if there is none, or if it is read while it is sent."""
    is_streamed: bool = False
    """Whether the body is read while it is sent, as files are."""
    attempt: int = 0
    """The number of the attempt, from 1; 0 around a call."""

    def with_headers(self, headers: Mapping[str, str]) -> HTTPRequest:
        """A copy with further headers, which replace those of the same names."""
        added = {name.lower(): value for name, value in headers.items()}
        return replace(self, headers={**self.headers, **added})

    def __repr__(self) -> str:
        return f"<HTTPRequest {self.method} {without_query(self.url)}>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HTTPResponse:
    """A response with any status. A middleware can return a changed copy, or one of its own."""

    status_code: int
    headers: Mapping[str, str] = field(default_factory=httpx2.Headers)
    """The headers, found by name in any case."""
    content: bytes = b""
    """The decompressed body; empty if it is read while it arrives."""
    is_streamed: bool = False
    """Whether the body is read while it arrives, as that of a stream is."""
    attempts: int = 1
    """How many attempts there were."""

    def __repr__(self) -> str:
        return f"<HTTPResponse {self.status_code}>"


CallNext: TypeAlias = Callable[[HTTPRequest], HTTPResponse]
"""Sends a request.

Around a call it raises `APIConnectionError` if there is no response. Around an attempt it raises
what the attempt failed with, mostly an `httpx2.HTTPError`; let it pass, so that the client can
decide whether to try again.
"""

AsyncCallNext: TypeAlias = Callable[[HTTPRequest], Awaitable[HTTPResponse]]
"""The same for an async client."""

Middleware: TypeAlias = Callable[[HTTPRequest, CallNext], HTTPResponse]
"""A function around the calls or attempts of a client."""

AsyncMiddleware: TypeAlias = Callable[[HTTPRequest, AsyncCallNext], Awaitable[HTTPResponse]]
"""The same for an async client."""

Sign: TypeAlias = Callable[[HTTPRequest], HTTPRequest]
"""Signs a request. It runs in a thread of its own, within the deadline of the call."""

AsyncSign: TypeAlias = Callable[[HTTPRequest], Awaitable[HTTPRequest]]
"""The same for an async client. It is awaited in the event loop of the call."""
