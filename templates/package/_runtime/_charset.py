"""The encoding of a text (RFC 9110 section 8.3.2)."""

from __future__ import annotations

import codecs
import re

from ._response import Response

_CHARSET = re.compile(r"""charset\s*=\s*"?([\w.:-]+)""", re.IGNORECASE)
_OF_PYTHON = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
"""Codecs that Python has for its own ends, and no text is in. Those for names of hosts take the
square of the text's length."""


def encoding_of(content_type: str) -> str:
    """The encoding that a `Content-Type` names; UTF-8 where it names none that we know."""
    named = _CHARSET.search(content_type)
    if named is None:
        return "utf-8"
    try:
        name = codecs.lookup(named[1]).name
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if name in _OF_PYTHON else name


def text_of(response: Response) -> str:
    """Decode a text by its `charset` (RFC 9110 section 8.3.2). The default is UTF-8."""
    encoding = encoding_of(response.headers.get("content-type", ""))
    try:
        return response.content.decode(encoding, "replace")
    except (LookupError, UnicodeError):  # no encoding, or one of no text, such as `hex`
        return response.content.decode("utf-8", "replace")
