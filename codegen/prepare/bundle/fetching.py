"""Fetches files over HTTPS, within limits of time and size."""

from __future__ import annotations

import threading
import time
from http.client import HTTPException
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin
from urllib.request import HTTPRedirectHandler, Request, build_opener

from codegen.prepare.bundle.access import Access, Unreachable

SECONDS = 30
"""For one file, with redirects."""

_PIECE = 64 * 1024

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5


def fetch(url: str, access: Access, largest: int, seconds: float = SECONDS) -> tuple[str, bytes]:
    """The URL after redirects, and the bytes of a file.

    Args:
        url: The URL, which `access` allows.
        access: Where redirects may lead.
        largest: The most bytes to read.
        seconds: The most time to take.

    Raises:
        Unreachable: There is no usable response.
    """
    outcome: list[tuple[str, bytes] | Unreachable] = []

    def run() -> None:
        try:
            outcome.append(_fetched(url, access, largest, time.monotonic() + seconds))
        except Unreachable as error:
            outcome.append(error)

    # Timeouts of sockets are for each read alone: a server that sends byte after byte never exceeds one.
    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    found = outcome[0] if outcome else _unusable(url, f"took more than {seconds:g} seconds")
    if isinstance(found, Unreachable):
        raise found
    return found


def _fetched(url: str, access: Access, largest: int, deadline: float) -> tuple[str, bytes]:
    for _ in range(_MOST_REDIRECTS):
        try:
            request = Request(url, headers={"Accept": "*/*", "User-Agent": "openapi-client-generator"})  # noqa: S310
            with build_opener(_FollowingNone).open(
                request, timeout=max(deadline - time.monotonic(), 0.1)
            ) as response:
                return url, _read(response, url, largest, deadline)
        except HTTPError as error:
            with error:
                target = urljoin(url, error.headers.get("Location") or url)
                if error.code not in _REDIRECTS or target == url:
                    raise _unusable(url, f"cannot be fetched: the status is {error.code}") from error
        except (URLError, HTTPException, OSError, ValueError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            raise _unusable(url, f"cannot be fetched: {reason}") from error
        if not access.allows(target):
            raise _unusable(url, f"redirects to {target}, which --fetch does not permit")
        url = target
    raise _unusable(url, "cannot be fetched: there are too many redirects")


def _read(response: IO[bytes], url: str, largest: int, deadline: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(_PIECE):
        size += len(piece)
        if size > largest:
            raise _unusable(url, f"has more than {largest:,} bytes")
        if time.monotonic() > deadline:
            raise _unusable(url, "took too long")
        pieces.append(piece)
    return b"".join(pieces)


class _FollowingNone(HTTPRedirectHandler):
    """Disables redirects of urllib, which would also follow those to http and ftp."""

    def redirect_request(self, *_: object) -> None:
        """Return nothing, so that the response is raised as an error."""


def _unusable(url: str, fault: str) -> Unreachable:
    """The problem of a URL. It is never tolerated, because a client must not depend on the network."""
    return Unreachable(f"{url} {fault}", "dangling-reference", is_tolerable=False)
