"""Redirects of GET and HEAD (RFC 9110 section 15.4): where they lead, and whether to go there."""

from __future__ import annotations

import re
from collections.abc import Mapping

import httpx2

from ._response import Response
from ._secret import Credentials

MOST = 5
"""How many redirects of one call are followed."""

_STATUSES = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_USER = re.compile(r"^([^/]*//)[^/]*@")
_HARMLESS = frozenset(
    {
        "accept",
        "accept-encoding",
        "accept-language",
        "if-match",
        "if-modified-since",
        "if-none-match",
        "if-range",
        "if-unmodified-since",
        "range",
        "user-agent",
    }
)
"""The headers that another origin receives. Any other header may contain a credential."""


def target_of(response: Response, url: httpx2.URL) -> httpx2.URL | None:
    """The target of a redirect; None for another response, or one that is not safe to follow.

    Args:
        response: The response.
        url: Where it came from, without credentials.
    """
    locations = {location.strip() for location in response.headers.get_list("location")} - {""}
    if response.status_code not in _STATUSES or len(locations) != 1:
        return None
    return safe_target(locations.pop(), url, response.credentials)


def safe_target(text: str, url: httpx2.URL, secret: Credentials | None) -> httpx2.URL | None:
    """Where a URL leads that a server has sent; None if it is not safe to go there.

    Args:
        text: The URL.
        url: Where it came from, without credentials.
        secret: The credentials that the server was sent.
    """
    try:
        target = url.join(text.strip())
    except (httpx2.InvalidURL, ValueError):
        return None
    if not _is_address(target) or (url.scheme == "https" and target.scheme != "https"):
        return None
    if secret is not None:
        target = without_secret(secret, target)
        # It may also be where it cannot be taken out: in the path, or in the host's name.
        if secret.is_within(str(target)) and not is_same_origin(url, target):
            return None
    return target


def is_same_origin(one: httpx2.URL, other: httpx2.URL) -> bool:
    """Whether two URLs have the same scheme, host and port (RFC 6454 section 4)."""
    return _origin(one) == _origin(other)


class Target(httpx2.URL):
    """Where a redirect leads. It is sent whole and shown without its query, which may be signed."""

    def __str__(self) -> str:
        return without_query(super().__str__())

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def without_query(location: str) -> str:
    """A URL as it may be shown: its query may hold a signature, and it may have a password."""
    place, query, _ = location.partition("?")
    return _USER.sub(r"\1***@", place) + (query and "?...")


def harmless(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that another origin may see."""
    return {name: value for name, value in headers.items() if name.lower() in _HARMLESS}


def _is_address(target: httpx2.URL) -> bool:
    """Whether a URL leads to a server, and does not contain a user or password."""
    has_port = target.port is None or 0 < target.port < 65536
    return target.scheme in _PORTS and bool(target.host) and has_port and not target.userinfo


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port or _PORTS.get(url.scheme)


def without_secret(secret: Credentials, target: httpx2.URL) -> httpx2.URL:
    """The target without the credentials that a server has repeated in its query."""
    pairs = target.params.multi_items()
    kept = [(name, value) for name, value in pairs if not secret.is_one(value)]
    return target if len(kept) == len(pairs) else target.copy_with(params=kept or None)
