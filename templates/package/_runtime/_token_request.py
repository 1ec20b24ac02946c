"""A request for an access token, with who asks, the token, and what a refusal says (RFC 6749)."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from time import monotonic
from typing import Any, cast
from urllib.parse import quote_plus

import httpx2
import msgspec

from ..errors import APIResponseError, APIStatusError, UnauthorizedError, error_class
from ._facts import USUAL
from ._operation import Request
from ._raising import about
from ._response import Response
from ._secret import Covered, Secret

_LONGEST_SNIPPET = 200


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

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """For tracebacks of rich, which show variables: that of a Struct has the secrets."""
        return [("path", self.path)]


def _basic(*pair: str) -> str:
    return base64.b64encode(":".join(map(quote_plus, pair)).encode("ascii")).decode("ascii")


def object_in(response: Response) -> Mapping[str, Any]:
    """The body, if it is a JSON object; otherwise an empty one."""
    try:
        body: object = msgspec.json.decode(response.content)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return {}
    return cast("Mapping[str, Any]", body) if isinstance(body, dict) else {}


def refusal(response: Response, body: Mapping[str, Any]) -> APIStatusError:
    """The error of a refused request (RFC 6749 section 5.2)."""
    status = response.status_code
    said = ": ".join(_said(response, body))
    text = f"{status} no access token was granted{said and ': '}{said}"
    # 400 is for a client or a grant that is refused, not for arguments of the caller's method.
    kind = UnauthorizedError if status == 400 else error_class(status)
    return kind(about(response, text), body=said or None, **response.given())


def _said(response: Response, body: Mapping[str, Any]) -> Iterator[str]:
    """The error in a response: in the form of RFC 6749, else in that of most APIs."""
    texts = [body.get(name) for name in ("error", "error_description")]
    if not any(isinstance(text, str) and text for text in texts):
        usual = USUAL.of(body)
        texts = [usual.code, usual.message]
    for text in texts:
        if isinstance(text, str) and text:
            yield response.shown(text)[:_LONGEST_SNIPPET]


def useless(
    response: Response, what: str, body: Mapping[str, Any] | None = None
) -> APIResponseError:
    """The error of a success that lacks something. Some servers report errors with status 200."""
    text = ": ".join((f"{response.status_code} {what}", *_said(response, body or {})))
    return APIResponseError(about(response, text), expected="access_token", **response.given())
