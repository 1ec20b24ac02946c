"""Media types, by what a client must know of them."""

from __future__ import annotations

import re
from enum import Enum

_JSON = re.compile(r"(?:application/(?:[\w.+-]+\+)?json|text/json)\s*(?:;.*)?", re.IGNORECASE)


ANY = "*/*"
"""The range of all media types (RFC 9110, section 12.5.1)."""


def spelled(media_type: str) -> str:
    """A media type as the standards spell it: some write ``*`` for any, as Java's URL connections do."""
    return ANY if media_type.strip() == "*" else media_type


class Codec(Enum):
    """How content of a media type is made and read; the ones to prefer come first."""

    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    TEXT = "text"
    BYTES = "bytes"
    """As it comes: the client does not look into it."""


def is_json(media_type: str) -> bool:
    """Whether a body of this media type is JSON (RFC 8259, section 11; RFC 6839, section 3.1)."""
    return _JSON.fullmatch(media_type) is not None


def is_range(media_type: str) -> bool:
    """Whether it stands for several media types (RFC 9110, section 12.5.1)."""
    return "*" in media_type


def codec(media_type: str) -> Codec:
    """How content of a media type is made and read."""
    name = media_type.partition(";")[0].strip().lower()
    if is_json(media_type):
        return Codec.JSON
    if name == "application/x-www-form-urlencoded":
        return Codec.FORM
    if name.startswith("multipart/"):
        return Codec.MULTIPART
    return Codec.TEXT if name.startswith("text/") else Codec.BYTES
