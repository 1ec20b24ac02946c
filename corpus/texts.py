"""Strings for a format, a pattern and a length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from codegen.standard.patterns import matching_texts

FORMATS: dict[str, tuple[str, ...]] = {
    "date-time": ("2026-03-04T05:06:07Z", "2025-12-31T23:59:59.125Z"),
    "date": ("2026-03-04", "2024-02-29"),
    "time": ("05:06:07Z", "23:59:59Z"),
    "duration": ("P1DT2H", "PT5M"),
    "email": ("ada@example.com", "grace@example.org"),
    "idn-email": ("ada@example.com", "grace@example.org"),
    "hostname": ("api.example.com", "example.org"),
    "idn-hostname": ("api.example.com", "example.org"),
    "ipv4": ("192.0.2.1", "198.51.100.7"),
    "ipv6": ("2001:db8::1", "2001:db8::2"),
    "uri": ("https://example.com/a?b=c", "https://example.org/d"),
    "uri-reference": ("/a/b?c=d", "/e"),
    "iri": ("https://example.com/a?b=c", "https://example.org/d"),
    "iri-reference": ("/a/b?c=d", "/e"),
    "uri-template": ("https://example.com/{id}", "https://example.org/{id}"),
    "url": ("https://example.com/a?b=c", "https://example.org/d"),
    "uuid": ("7c1f0b52-9d3e-4a86-b1c4-5e8a20d97f36", "0e984725-c51c-4bf4-9960-e1c80e27aba0"),
    "json-pointer": ("/a/b", "/c"),
    "relative-json-pointer": ("1/a", "0"),
    "regex": ("^a+$", "b*"),
    "byte": ("Ynl0ZXM=", "bW9yZQ=="),
    "base64": ("Ynl0ZXM=", "bW9yZQ=="),
}

_LONGEST = 4096


class Alphabet(Enum):
    """Free text with the difficult characters that a place allows."""

    BODY = "q\"u'o\\te é\n{日} </b> %41&=+"
    TARGET = "t&e=x+t%2F/?#é"
    """Without delimiters of lists: commas, spaces, pipes, dots, semicolons."""
    PLAIN = "text"
    """For headers, cookies, and places where reserved characters are not escaped."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The constraints of a string."""

    alphabet: Alphabet
    format: str | None = None
    patterns: tuple[str, ...] = ()
    least: int = 0
    most: int = _LONGEST


def texts(wanted: Wanted, nth: int) -> Iterator[str]:
    """Candidate strings, the most useful first. The validator decides whether they are valid.

    The first one differs for different `nth` if there are several.
    """
    least, most = wanted.least, min(wanted.most, _LONGEST)
    if least > most:
        return
    known = FORMATS.get(wanted.format or "", ())
    yield from (known[(nth + index) % len(known)] for index in range(len(known)))
    for pattern in wanted.patterns:
        found = [text for text in matching_texts(pattern, least) if least <= len(text) <= most]
        yield from (found[(nth + index) % len(found)] for index in range(len(found)))
    mark = str(nth or "")
    word = mark + wanted.alphabet.value
    yield _fitted(word if len(word) <= most else f"{mark}text", "x", least, most)
    yield _fitted(f"{mark}text", "x", least, most)
    for filler in ("1", "A", "a1"):
        yield _fitted(f"{mark}{filler}", filler, least, most)


def _fitted(text: str, filler: str, least: int, most: int) -> str:
    return (text + filler * max(0, least - len(text)))[:most]
