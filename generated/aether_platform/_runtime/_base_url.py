"""Checks the base URL of a client, and paths below it."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

import httpx2

_PARTS = "_uri_reference"
"""The attribute of an `httpx2.URL` with its parts, which is not public."""
_PLAIN = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]++|%[0-9A-Fa-f]{2})*+"
_ENCODED = re.compile(rf"/{_PLAIN}(?:\?{_PLAIN})?", re.ASCII)
"""A path and query in which httpx2 would change nothing, unless it has dots as parts."""
_LONGEST_ENCODED = 8192


def base_url(written: str, *, allow_insecure_http: bool) -> str:
    """Check a base URL and remove the slash at its end. The path is kept.

    Raises:
        ValueError: The URL is not `https://`, or has no host, or has credentials, a query, a
            fragment or dots in its path. `http://` is allowed for this machine, and elsewhere
            only with `allow_insecure_http`, because others could read the credentials.
    """
    try:
        url = httpx2.URL(written)
    except (httpx2.InvalidURL, TypeError):
        raise ValueError("base_url is not a URL") from None
    if url.userinfo:
        raise ValueError("base_url must not contain credentials")  # the message does not repeat it
    if url.scheme not in {"http", "https"} or not url.host:
        raise ValueError(f"base_url must begin with https:// and a host: {written!r}")
    if url.port is not None and not 0 < url.port < 65536:
        raise ValueError(f"base_url has a port that no server can have: {written!r}")
    if url.query or url.fragment or written.endswith(("?", "#")):
        raise ValueError(f"base_url must not have a query or a fragment: {written!r}")
    if leads_elsewhere(written):
        raise ValueError(f"base_url must not have dots as parts of its path: {written!r}")
    if url.scheme == "http" and not (is_loopback(url.host) or allow_insecure_http):
        raise ValueError(
            f"base_url sends credentials unencrypted: {written!r}; use https://,"
            " or allow_insecure_http=True where the network is trusted"
        )
    return str(url).rstrip("/")


def leads_elsewhere(path: str) -> bool:
    """Whether a path has dots as parts, percent-encoded or not, which servers resolve."""
    return not {".", ".."}.isdisjoint(unquote(part) for part in path.split("/"))


def is_loopback(host: str) -> bool:
    """Whether a host is this machine (RFC 6761 section 6.3)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def url_below(address: str, target: str) -> httpx2.URL:
    """The URL of a target, which is a path and query, at the address of a server.

    httpx2 looks at each character of a URL in Python, which took a fifth of the time of a call. So
    the address is parsed once, and a target that is encoded already is put beside its parts.

    Raises:
        httpx2.InvalidURL: It is longer than a URL can be.
    """
    parts = _parts(address)
    is_plain = len(target) <= _LONGEST_ENCODED and "/." not in target and _ENCODED.fullmatch(target)
    return _joined(parts, target) if parts and is_plain else httpx2.URL(address + target)


@lru_cache(maxsize=64)
def _parts(address: str) -> Any:
    """The parts of an address; None if another release of httpx2 keeps them elsewhere."""
    target = "/a/b?c=d"
    try:
        parts: Any = vars(httpx2.URL(address))[_PARTS]
        is_same = bool(parts.host) and _joined(parts, target) == httpx2.URL(address + target)
    except (httpx2.InvalidURL, AttributeError, KeyError, TypeError, ValueError):
        return None
    return parts if is_same else None


def _joined(parts: Any, target: str) -> httpx2.URL:
    path, mark, query = target.partition("?")
    url = httpx2.URL.__new__(httpx2.URL)
    joined = parts._replace(path=parts.path + path, query=query if mark else None)
    setattr(url, _PARTS, joined)
    return url
