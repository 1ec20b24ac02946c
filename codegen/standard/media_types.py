"""Media types: how a client encodes and decodes them, and the registered ones."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
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
    SEQUENCE = "sequence"
    """Several JSON values, or events, one after another."""
    FORM = "form"
    MULTIPART = "multipart"
    TEXT = "text"
    BYTES = "bytes"
    """As it comes: the client does not look into it."""


def without_parameters(media_type: str) -> str:
    """Its type and subtype in lower case (RFC 9110, section 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a body of this media type is JSON (RFC 8259, section 11; RFC 6839, section 3.1)."""
    return _JSON.fullmatch(media_type) is not None


_SEQUENCES = frozenset(
    {
        *("application/jsonl", "application/x-jsonlines", "application/jsonlines", "application/json-lines"),
        *("application/x-ndjson", "application/ndjson", "application/json-seq", "text/event-stream"),
    }
)
"""Media types of several values one after another that a client reads (OpenAPI 3.2.0, 4.14.1)."""


def is_sequence(media_type: str) -> bool:
    """Whether content of a media type is several JSON values, or events, one after another."""
    name = without_parameters(media_type)
    return name in _SEQUENCES or name.endswith(("+json-seq", "+jsonl"))


_EVENT_FIELDS = frozenset({"data", "event", "id", "retry"})


def is_event(properties: AbstractSet[str]) -> bool:
    """Whether the properties of an object are fields of a server-sent event (HTML, section 9.2.6)."""
    return "data" in properties and properties <= _EVENT_FIELDS


def is_event_stream(media_type: str) -> bool:
    """Whether content of a media type is server-sent events."""
    return without_parameters(media_type) == "text/event-stream"


def is_range(media_type: str) -> bool:
    """Whether it stands for several media types (RFC 9110, section 12.5.1)."""
    return "*" in media_type


def codec(media_type: str) -> Codec:
    """How content of a media type is made and read."""
    name = without_parameters(media_type)
    if is_json(media_type):
        return Codec.JSON
    if name == "application/x-www-form-urlencoded":
        return Codec.FORM
    if name.startswith("multipart/"):
        return Codec.MULTIPART
    return Codec.TEXT if name.startswith("text/") else Codec.BYTES


TOP_LEVEL = (
    *("application", "audio", "example", "font", "haptics", "image", "message", "model", "multipart"),
    *("text", "video"),
)
"""The registered types (RFC 6838, section 4.2; IANA's registry)."""

SUFFIXES = ("json", "xml", "yaml", "zip", "gzip", "cbor", "ber", "der", "jwt", "zstd", "cwt", "fastinfoset")
"""What may stand behind a plus sign (RFC 6838, section 4.2.8; IANA's registry)."""

KNOWN = (
    *("application/atom+xml", "application/cbor", "application/geo+json", "application/gzip"),
    *("application/hal+json", "application/javascript", "application/json", "application/json-patch+json"),
    *(
        "application/json-seq",
        "application/json5",
        "application/jsonl",
        "application/jose",
        "application/jose+json",
    ),
    *("application/jwt", "application/ld+json", "application/merge-patch+json", "application/msword"),
    *("application/octet-stream", "application/pdf", "application/problem+json", "application/problem+xml"),
    *("application/protobuf", "application/rdf+xml", "application/rss+xml", "application/scim+json"),
    *("application/soap+xml", "application/sparql-query", "application/sql", "application/toml"),
    *("application/x-ndjson", "application/x-protobuf", "application/x-tar", "application/x-yaml"),
    *("application/x-www-form-urlencoded", "application/xhtml+xml", "application/xml", "application/yaml"),
    *("application/zip", "application/zstd", "audio/mpeg", "audio/ogg", "audio/wav", "image/avif"),
    *("image/bmp", "image/gif", "image/heic", "image/jpeg", "image/png", "image/svg+xml", "image/tiff"),
    *("image/webp", "multipart/alternative", "multipart/byteranges", "multipart/form-data"),
    *("multipart/mixed", "multipart/related", "text/calendar", "text/css", "text/csv", "text/event-stream"),
    *("text/html", "text/javascript", "text/json", "text/markdown", "text/plain", "text/vcard", "text/vtt"),
    *("text/xml", "text/yaml", "text/x-yaml", "video/mp4", "video/mpeg", "video/webm"),
)
"""Media types that APIs use, in lower case: most are registered, the others widespread."""
