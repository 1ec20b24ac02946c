"""A request of HTTP/1.1 as bytes, and how long its body is.

The server must find the end of a request where we put it. What would let it find another one is
refused: a line's end in a header, a body that is longer than stated, or a length stated twice.
"""

from __future__ import annotations

import re

import httpx2

_TOKEN = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_HEAD = re.compile(
    _TOKEN + rb" [!-~]+ HTTP/1\.1\r\n(?:" + _TOKEN + rb": [\t -~\x80-\xff]*\r\n)*\r\n"
)
"""The head of a request (RFC 9112 section 2.1)."""
_LENGTH = re.compile(r"[0-9]{1,18}")


def head(request: httpx2.Request) -> bytes:
    """The request line and the headers, as they are written.

    Raises:
        httpx2.LocalProtocolError: One of them has a character that is not allowed there, or there
            is not one header Host.
    """
    raw = request.headers.raw
    fields = b"".join([b"%b: %b\r\n" % field for field in raw])
    method = request.method.encode("ascii", "replace")  # `?` is refused below
    target = request.extensions.get("target", request.url.raw_path)
    written = b"%b %b HTTP/1.1\r\n%b\r\n" % (method, target, fields)
    if _HEAD.fullmatch(written) is None or written.count(b"\r\n") != len(raw) + 2:
        raise httpx2.LocalProtocolError("the method, URL or a header has an illegal character")
    if [name.lower() for name, _ in raw].count(b"host") != 1:
        raise httpx2.LocalProtocolError("a request has one header Host")
    return written


def length(request: httpx2.Request) -> int | None:
    """The bytes of the body as stated; None if it is sent in chunks (RFC 9112 section 6).

    Raises:
        httpx2.LocalProtocolError: The headers state neither, or both.
    """
    stated = request.headers.get("content-length")
    coding = request.headers.get("transfer-encoding")
    if coding is None:
        if stated is None:
            return 0
        if _LENGTH.fullmatch(stated):
            return int(stated)
    elif stated is None and coding.lower() == "chunked":
        return None
    raise httpx2.LocalProtocolError(
        "the end of the body needs one header: Content-Length, or Transfer-Encoding: chunked"
    )
