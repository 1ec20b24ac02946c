"""Checks downloads against the digests that a server states (RFC 9530, RFC 3230, RFC 1864)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from hashlib import new
from typing import Any

import httpx2

_STRUCTURED = re.compile(r"\s*([a-z0-9-]+)\s*=\s*:([A-Za-z0-9+/]*={0,2}):\s*(?:;[^,]*)?", re.ASCII)
"""A member of `Repr-Digest`: `sha-256=:base64:`."""
_OLDER = re.compile(r"\s*([A-Za-z0-9-]+)\s*=\s*([A-Za-z0-9+/]+={0,2})\s*", re.ASCII)
"""A member of `Digest`: `SHA-256=base64`."""
_ALGORITHMS = {"sha-512": "sha512", "sha-256": "sha256", "sha": "sha1", "md5": "md5"}
"""Those that are understood, the strongest first, and their names in Python."""


class Digest:
    """The digest of a body, calculated while it arrives."""

    def __init__(self, header: str, algorithm: str, stated: bytes) -> None:
        self._header = header
        self._stated = stated
        self._hash: Any = new(_ALGORITHMS[algorithm], usedforsecurity=False)

    def update(self, chunk: bytes) -> None:
        """Add the next bytes of the body, as they were sent."""
        self._hash.update(chunk)

    def defect(self) -> str | None:
        """What is wrong with the whole body; None if it has the stated digest."""
        if self._hash.digest() == self._stated:
            return None
        return f"is not what was sent: it does not have the digest in {self._header}"


def stated_digest(headers: httpx2.Headers) -> Digest | None:
    """The strongest digest that a response states for its whole body; None if it states none.

    What is malformed, or stated twice with different values, is ignored.
    """
    found: dict[str, tuple[str, bytes]] = {}
    for algorithm, header, value in _stated(headers):
        with_others = found.setdefault(algorithm, (header, value))
        if with_others[1] != value:
            return None
    for algorithm in _ALGORITHMS:
        if algorithm in found:
            return Digest(found[algorithm][0], algorithm, found[algorithm][1])
    return None


def _stated(headers: httpx2.Headers) -> Iterator[tuple[str, str, bytes]]:
    """The algorithms, the headers and the values."""
    for header, member in (
        ("Repr-Digest", _STRUCTURED),
        ("Content-Digest", _STRUCTURED),
        ("Digest", _OLDER),
    ):
        for text in headers.get(header, "").split(","):
            match = member.fullmatch(text)
            if match is not None and (algorithm := match[1].lower()) in _ALGORITHMS:
                yield from _decoded(algorithm, header, match[2])
    for text in set(headers.get_list("Content-MD5")):
        yield from _decoded("md5", "Content-MD5", text.strip())


def _decoded(algorithm: str, header: str, text: str) -> Iterator[tuple[str, str, bytes]]:
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return
    if len(value) == new(_ALGORITHMS[algorithm], usedforsecurity=False).digest_size:
        yield algorithm, header, value
