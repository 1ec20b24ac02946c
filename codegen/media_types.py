"""Media types, by what a client must know of them."""

from __future__ import annotations

import re

_JSON = re.compile(r"(?:application/(?:[\w.+-]+\+)?json|text/json)\s*(?:;.*)?", re.IGNORECASE)


def is_json(media_type: str) -> bool:
    """Whether a body of this media type is JSON (RFC 8259, section 11; RFC 6839, section 3.1)."""
    return _JSON.fullmatch(media_type) is not None
