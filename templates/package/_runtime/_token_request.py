"""A request for an access token, with who asks, and the token (RFC 6749)."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from time import monotonic
from urllib.parse import quote_plus

import httpx2

from ._operation import Request
from ._secret import Covered, Secret


class AccessToken(Secret):
    """An access token, with the time at which to get another one."""

    __slots__ = ("_end",)

    def __init__(self, text: str, end: float | None) -> None:
        super().__init__(text)
        self._end = end

    def is_stale(self) -> bool:
        """Whether it has expired, or expires soon."""
        return self._end is not None and monotonic() >= self._end


class Applicant(Covered):
    """Who asks for a token: the credentials of a token request."""

    __slots__ = ("_pair", "renewable")

    def __init__(self, pair: tuple[str, str] | None, secrets: Sequence[str]) -> None:
        """Take the client's id and secret for HTTP basic, and all that must not be shown."""
        self.renewable = False
        self._pair = None if pair is None else _basic(*pair)
        super().__init__([*secrets, *([] if self._pair is None else [self._pair])])

    def sign(self, url: httpx2.URL, headers: dict[str, str]) -> httpx2.URL:
        """Add the header (RFC 6749 section 2.3.1)."""
        if self._pair is not None:
            headers["authorization"] = f"Basic {self._pair}"
        return url


class TokenRequest(Request[None], frozen=True):
    """A request for a token. Its target is the whole URL."""

    applicant: Applicant
    started: float

    def __repr__(self) -> str:
        return f"<TokenRequest to {self.path}>"


def _basic(*pair: str) -> str:
    return base64.b64encode(":".join(map(quote_plus, pair)).encode("ascii")).decode("ascii")
