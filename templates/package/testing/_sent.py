"""Requests as a client sent them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from typing import Any

import httpx2
import msgspec

_LONGEST = 300
"""How much of a request a message quotes."""


@dataclass(frozen=True, slots=True)
class SentPart:
    """A part of a body of several parts."""

    name: str | None
    """None in bodies whose parts have no names."""
    filename: str | None
    headers: httpx2.Headers
    content: bytes


class SentRequest:
    """A request as the client sent it. Each attempt of a call is one."""

    def __init__(self, operation: str, request: httpx2.Request) -> None:
        self.operation: str = operation
        """The method that sent it, such as `clusters.update`."""
        self.method: str = request.method
        self.url: httpx2.URL = request.url
        self.headers: httpx2.Headers = request.headers
        self.content: bytes = request.content
        """The body."""

    @property
    def path(self) -> str:
        """The path, percent-encoded."""
        return self.url.raw_path.partition(b"?")[0].decode("ascii")

    @property
    def query(self) -> httpx2.QueryParams:
        """The query."""
        return self.url.params

    def json(self) -> Any:
        """The body, decoded from JSON."""
        return msgspec.json.decode(self.content)

    def parts(self) -> Sequence[SentPart]:
        """The parts of the body (`multipart/form-data` and its relatives, RFC 2046 section 5.1).

        Raises:
            ValueError: The body has no parts.
        """
        boundary = _head(f"Content-Type: {self.headers.get('content-type', '')}").get_boundary()
        parts = (b"\r\n" + self.content).split(f"\r\n--{boundary}".encode())
        if not boundary or len(parts) == 1:
            raise ValueError(f"the body of {self!r} has no parts")
        return [_part(part) for part in parts[1:-1]]

    def __repr__(self) -> str:
        body = self.content[:_LONGEST].decode("utf-8", "backslashreplace")
        target = self.url.raw_path.decode("ascii")
        return f"{self.method} {target} {body}".rstrip()


def _part(text: bytes) -> SentPart:
    head, _, content = text.partition(b"\r\n\r\n")
    message = _head(head.removeprefix(b"\r\n").decode("utf-8", "backslashreplace"))
    name = message.get_param("name", header="content-disposition")
    return SentPart(
        str(name) if name is not None else None,
        message.get_filename(),
        httpx2.Headers(message.items(), encoding="utf-8"),
        content,
    )


def _head(text: str) -> Message:
    return HeaderParser().parsestr(text)
