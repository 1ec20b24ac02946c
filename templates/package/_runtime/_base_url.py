"""Checks the base URL of a client, and paths below it."""

from __future__ import annotations

import ipaddress
from urllib.parse import unquote

import httpx2


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
