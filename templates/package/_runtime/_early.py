"""Responses that come before the whole request is sent (RFC 9112 section 9.3 and 9.5)."""

from __future__ import annotations

import re

PIECE = 65536
"""Bytes of a request that are sent before we look whether the server has responded already."""
MOST = 2**20
"""Bytes of such a response that are kept until the request is sent."""

_REFUSAL = re.compile(rb"(?:HTTP/1\.\d 1\d\d.*?\r\n\r\n)*HTTP/1\.\d [345]\d\d", re.DOTALL)


def is_refusal(early: bytes) -> bool:
    """Whether the response says that the rest of the request is sent in vain."""
    return _REFUSAL.match(early) is not None
