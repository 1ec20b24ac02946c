"""The encoding of a text (RFC 9110 section 8.3.2)."""

from __future__ import annotations

import codecs
import re

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
