"""Responses whose bodies are not read yet: the common part of both kinds of downloads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar, cast

import httpx2

from ._call import Call
from ._decompressed import codings_of
from ._decompression import Decompression
from ._digest import Digest, stated_digest
from ._operation import Request
from ._raising import incomplete
from ._response import Response

T = TypeVar("T")

_CONTINUED = re.compile(r"bytes +(\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII | re.IGNORECASE)
_STRONG = re.compile(r'"[^"]*"')


@dataclass(slots=True)
class Opened:
    """A success whose body is still on its connection."""

    http: httpx2.Response
    call: Call[Any]
    response: Response

    def rest(self) -> object:
        """The chunks of the body that have not been read, as they were sent."""
        return self.http.stream

    @property
    def is_read(self) -> bool:
        """Whether a hook or a test transport has already read the body."""
        return self.http.is_stream_consumed


class Opening(Request[T], frozen=True):
    """A request for a response that is kept open."""

    is_kept_open: ClassVar[bool] = True

    kept: list[tuple[httpx2.Response, Call[Any]]]

    def keep(self, response: httpx2.Response, call: Call[Any]) -> None:
        """Keep a success open."""
        self.kept.append((response, call))

    def result(self, value: object, response: Response, client: object) -> T:
        """The response that was kept open, instead of the decoded body."""
        del value, client
        http, call = self.kept[-1]
        return cast("T", Opened(http, call, response))


class Opener:
    """The common part of `Download` and `AsyncDownload`."""

    def __init__(self) -> None:
        self._kept: list[tuple[httpx2.Response, Call[Any]]] = []
        self._opened: Opened | None = None
        self._request: Request[Any] | None = None
        self._received = 0
        self._size: int | None = None
        """How many bytes there are in all, once it was resumed."""
        self._digest: Digest | None = None
        self._is_begun = False

    @property
    def status_code(self) -> int:
        """The status of the response."""
        return self._found.response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The headers of the response."""
        return self._found.response.headers

    @property
    def request_id(self) -> str | None:
        """The id that the server gave the request."""
        return self._found.response.request_id

    @property
    def length(self) -> int | None:
        """How many bytes there are; None if the server does not say."""
        if codings_of(self.headers):
            return None
        text = self.headers.get("content-length", "")
        return int(text) if text.isascii() and text.isdigit() else None

    @property
    def _found(self) -> Opened:
        if self._opened is None:
            raise RuntimeError("a download is used in `with`, and only there")
        return self._opened

    def _opening(self, request: Request[Any], **headers: str) -> Opening[Opened]:
        """The request, for a body as it is: a compressed one could not be resumed."""
        sent = {"accept-encoding": "identity", **request.headers, **headers}
        return Opening(request.operation, request.target, sent, request.content, self._kept)

    def _begin(self) -> Decompression:
        found = self._found
        if self._is_begun:
            raise RuntimeError("a download can be read only once")
        self._is_begun = True
        # A part has a digest of its own, and what a hook has read is no longer as it was sent.
        if self.status_code == 200 and not (found.is_read and codings_of(self.headers)):
            self._digest = stated_digest(self.headers)
        return Decompression(() if found.is_read else codings_of(self.headers), found.response)

    def _got(self, chunk: bytes) -> None:
        """Count the next bytes of the body."""
        self._received += len(chunk)
        if self._digest is not None:
            self._digest.update(chunk)

    def _ended(self, decompression: Decompression) -> None:
        """Check that the body is whole.

        Raises:
            APIResponseError: It is not.
        """
        decompression.end()
        defect = None if self._digest is None else self._digest.defect()
        if self._size not in {None, self._received}:
            defect = f"was resumed, and has {self._received} bytes instead of {self._size}"
        if defect is not None:
            raise incomplete(self._found.response, defect)

    def _resumption(self, progress: int) -> Opening[Opened] | None:
        """The request for the missing part; None if it must not or cannot be requested."""
        found, request = self._found, self._request
        tag = self.headers.get("etag", "")
        if (
            request is None
            or request.operation.method != "GET"
            or self.status_code != 200
            or self.headers.get("accept-ranges", "").strip().lower() != "bytes"
            or not _STRONG.fullmatch(tag)  # a weak one may stand for other bytes
            or codings_of(self.headers)
            or found.is_read
            or not progress
        ):
            return None
        fields = {"range": f"bytes={self._received}-", "if-range": tag}
        return self._opening(request, **fields)

    def _continues(self, opened: Opened) -> bool:
        """Whether a response has the missing part of the same content."""
        headers = opened.response.headers
        match = _CONTINUED.fullmatch(headers.get("content-range", "").strip())
        same = headers.get("etag") in {None, self.headers["etag"]} and not codings_of(headers)
        if opened.response.status_code != 206 or match is None or not same:
            return False
        start, end = int(match[1]), int(match[2])
        stated = None if match[3] == "*" else int(match[3])
        known = self.length if stated is None else stated
        self._size = end + 1 if known is None else known
        return start == self._received <= end < self._size and self.length in {None, self._size}
