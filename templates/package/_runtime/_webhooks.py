"""Verifies and decodes the webhooks of an API (https://www.standardwebhooks.com, version 1.0)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from ._conversion import from_json

if TYPE_CHECKING:
    from typing_extensions import TypeForm

T = TypeVar("T")

TOLERANCE = 300.0
"""Seconds that the clock of the sender may differ, and that a request may be on its way."""
_PREFIX = "whsec_"


class WebhookVerificationError(ValueError):
    """A request does not prove that it is from the API. Answer it with 400 or 401."""


def unwrap_webhook(
    body: bytes | str,
    headers: Mapping[str, str],
    kind: TypeForm[T],
    *,
    secret: str | bytes | Sequence[str | bytes],
    tolerance: float = TOLERANCE,
) -> T:
    """Verify a webhook that is signed by Standard Webhooks, and decode its body.

        event = unwrap_webhook(request.body, request.headers, models.Event, secret=SECRET)

    Remember `webhook-id` to ignore requests that arrive twice: this function keeps nothing.

    Args:
        body: The body as it was received. Its signature is not that of the same JSON written anew.
        headers: The headers of the request; the case of their names does not count.
        kind: The type of the body, as for `from_json`.
        secret: The secret of the endpoint: base64, with `whsec_` before it or not; or the bytes
            themselves. With several, such as while they are changed, one has to fit.
        tolerance: Seconds that the time of the request may differ from now.

    Raises:
        WebhookVerificationError: A header is missing or malformed, the time is too far from now, or
            no signature fits.
        DecodeError: The body is from the API, but cannot be decoded.
        TypeError: `body` is not what was received.
        ValueError: A secret is empty or is not base64.
    """
    keys = _keys(secret)
    content = _content(body)
    given = {name.lower(): value for name, value in headers.items()}
    identity, sent, signatures = (_header(given, name) for name in ("id", "timestamp", "signature"))
    signed = f"{identity}.{sent}.".encode("utf-8", "surrogatepass") + content
    right = [_signature(key, signed) for key in keys]
    # Every pair is compared, so that the time says nothing of the secrets.
    fits = [hmac.compare_digest(one, other) for one in right for other in _versions(signatures)]
    if not any(fits):
        raise WebhookVerificationError("no signature of the webhook fits")
    if not sent.isascii() or not sent.isdigit() or len(sent) > 15:
        raise WebhookVerificationError("the webhook-timestamp is not a number of seconds")
    if abs(time.time() - int(sent)) > tolerance:
        raise WebhookVerificationError(
            f"the webhook-timestamp is not within {tolerance:g} s of now"
        )
    return from_json(content, kind)


def _content(body: object) -> bytes:
    if isinstance(body, str):
        return body.encode("utf-8", "surrogatepass")
    if isinstance(body, bytes):
        return body
    raise TypeError(f"the body must be the bytes or the str received, not {type(body).__name__}")


def _header(headers: Mapping[str, str], name: str) -> str:
    """A header of Standard Webhooks, or of Svix, from which they come."""
    value = headers.get(f"webhook-{name}") or headers.get(f"svix-{name}")
    if not value:
        raise WebhookVerificationError(f"the header webhook-{name} is missing")
    return value


def _versions(signatures: str) -> Iterator[bytes]:
    """The signatures of the version that is known, in a list such as `v1,abc v1a,def v1,ghi`."""
    for one in signatures.split():
        version, _, signature = one.partition(",")
        if version == "v1":
            yield signature.encode("utf-8", "surrogatepass")


def _signature(key: bytes, signed: bytes) -> bytes:
    return base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())


def _keys(secret: str | bytes | Sequence[str | bytes]) -> list[bytes]:
    """The keys of secrets. The error omits them."""
    several = [secret] if isinstance(secret, (str, bytes)) else secret
    keys = [_key(one) for one in several]
    if not keys or not all(keys):
        raise ValueError("the secret of the webhook is empty")
    return keys


def _key(secret: str | bytes) -> bytes:
    if isinstance(secret, bytes):
        return secret
    text = secret.removeprefix(_PREFIX)
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("the secret of the webhook is not base64") from None
