"""Headers that a document may declare but that are not parameters."""

from __future__ import annotations

RESERVED_HEADERS = frozenset(
    {"accept", "content-type", "authorization"}  # ignored by OpenAPI 3.1.1, 4.8.12.1
    | {"content-length", "transfer-encoding"}  # set by the client for each body: RFC 9112, section 6
)
"""The request headers, in lower case, that callers do not set."""
