"""The address of the server that a client talks to."""

from __future__ import annotations

import ipaddress
from urllib.parse import unquote

import httpx2


def base_url(written: str, *, allow_insecure_http: bool) -> str:
    """Check a base URL and take the slash off its end; its path is kept.

    Raises:
        ValueError: It is not the address of a server: no `https://`, no host, credentials, a query,
            a fragment or dots in its path; or it is `http://` elsewhere than on this machine, where
            others could read the credentials on the way.
    """
    try:
        url = httpx2.URL(written)
    except (httpx2.InvalidURL, TypeError):
        raise ValueError("base_url is not a URL") from None
    if url.userinfo:
        raise ValueError("base_url must not contain credentials")  # so it is not repeated here
    if url.scheme not in {"http", "https"} or not url.host:
        raise ValueError(f"base_url must begin with https:// and a host: {written!r}")
    if url.port is not None and not 0 < url.port < 65536:
        raise ValueError(f"base_url has a port that no server can have: {written!r}")
    if url.query or url.fragment or written.endswith(("?", "#")):
        raise ValueError(f"base_url must not have a query or a fragment: {written!r}")
    if {".", ".."} & {unquote(part) for part in written.split("/")}:
        raise ValueError(f"base_url must not have dots as parts of its path: {written!r}")
    if url.scheme == "http" and not (is_loopback(url.host) or allow_insecure_http):
        raise ValueError(
            f"base_url sends credentials unencrypted: {written!r}; use https://,"
            " or allow_insecure_http=True where the network is trusted"
        )
    return str(url).rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine (RFC 6761 section 6.3)."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
