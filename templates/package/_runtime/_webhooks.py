"""Verifies and decodes the webhooks of an API: Standard Webhooks, or a declared HMAC."""

from __future__ import annotations

import base64
import binascii
import hmac
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

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
        TypeError: `body` is not what was received, or a secret is neither a str nor bytes.
        ValueError: A secret is empty or is not base64.
    """
    content = _content(body)
    STANDARD.verify(content, headers, secret, tolerance)
    return from_json(content, kind)


class Webhooks(Generic[T]):
    """The webhooks of an API, whose bodies are a `T`."""

    def __init__(self, kind: TypeForm[T], scheme: Scheme | None = None) -> None:
        """Webhooks that are signed by a scheme; by default by Standard Webhooks."""
        self._kind = kind
        self._scheme = scheme or STANDARD

    def unwrap(
        self,
        body: bytes | str,
        headers: Mapping[str, str],
        *,
        secret: str | bytes | Sequence[str | bytes],
        tolerance: float = TOLERANCE,
    ) -> T:
        """Verify the signature of a webhook, and decode its body.

        A request can arrive twice: this method keeps nothing.

        Args:
            body: The body as it was received. Its signature is not that of the same JSON written
                anew.
            headers: The headers of the request; the case of their names does not count.
            secret: The secret of the endpoint. With several, such as while they are changed, one
                has to fit.
            tolerance: Seconds that the time of the request may differ from now.

        Raises:
            WebhookVerificationError: A header is missing or malformed, the time is too far from
                now, or no signature fits.
            DecodeError: The body is from the API, but cannot be decoded.
            TypeError: `body` is not what was received, or a secret is neither a str nor bytes.
            ValueError: A secret is empty or malformed.
        """
        content = _content(body)
        self._scheme.verify(content, headers, secret, tolerance)
        return from_json(content, self._kind)


class Scheme(Protocol):
    """How webhooks are signed."""

    def verify(
        self,
        content: bytes,
        headers: Mapping[str, str],
        secret: str | bytes | Sequence[str | bytes],
        tolerance: float,
    ) -> None:
        """Check that a request is from who knows the secret.

        Raises:
            WebhookVerificationError: It is not.
            ValueError: A secret is empty or malformed.
        """
        ...


class _StandardWebhooks:
    """Standard Webhooks, version 1.0."""

    def verify(
        self,
        content: bytes,
        headers: Mapping[str, str],
        secret: str | bytes | Sequence[str | bytes],
        tolerance: float,
    ) -> None:
        """Check the signatures of version 1, and the time."""
        keys = [_key(one) for one in _secrets(secret)]
        given = {name.lower(): value for name, value in headers.items()}
        identity, sent, signatures = (
            _header(given, name) for name in ("id", "timestamp", "signature")
        )
        signed = f"{identity}.{sent}.".encode("utf-8", "surrogatepass") + content
        right = [base64.b64encode(hmac.digest(key, signed, "sha256")) for key in keys]
        _check_any(right, _versions(signatures))
        _check_time("webhook-timestamp", sent, tolerance)


STANDARD = _StandardWebhooks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hmac:
    """An HMAC in a header, as `x-webhook-signature` of a document declares it."""

    header: str
    """The header with the signature."""
    prefix: str = ""
    """What stands before the signature, such as `sha256=`."""
    algorithm: str = "sha256"
    encoding: str = "hex"
    """Or `base64`."""
    timestamp: str = ""
    """The header with the time, or with `signature` its key in the same header."""
    signature: str = ""
    """The key of the signature, if the header is a list such as `t=1700000000,v1=5257a8`."""
    content: str = "{body}"
    """What is signed; `{timestamp}` stands for the time as it was sent."""

    def verify(
        self,
        content: bytes,
        headers: Mapping[str, str],
        secret: str | bytes | Sequence[str | bytes],
        tolerance: float,
    ) -> None:
        """Check the signature, and the time if one is declared."""
        secrets = [
            one if isinstance(one, bytes) else one.encode("utf-8", "surrogatepass")
            for one in _secrets(secret)
        ]
        given = {name.lower(): value for name, value in headers.items()}
        text = given.get(self.header.lower()) or ""
        if not text:
            raise WebhookVerificationError(f"the header {self.header} is missing")
        if self.signature:
            pairs = [one.strip().partition("=") for one in text.split(",")]
            signatures = [value for key, _, value in pairs if key == self.signature]
            sent = next((value for key, _, value in pairs if key == self.timestamp), "")
        else:
            signatures, sent = [text.strip()], given.get(self.timestamp.lower(), "")
        if self.timestamp and not sent:
            raise WebhookVerificationError(f"the webhook has no {self.timestamp}")
        around = self.content.replace("{timestamp}", sent).encode("utf-8", "surrogatepass")
        before, _, after = around.partition(b"{body}")
        signed = b"".join([before, content, after])
        if self.encoding == "hex":  # whose digits may be of either case
            signatures = [one.lower() for one in signatures]
        right = [self._signature(one, signed) for one in secrets]
        _check_any(right, [one.encode("utf-8", "surrogatepass") for one in signatures])
        if self.timestamp:
            _check_time(self.timestamp, sent, tolerance)

    def _signature(self, secret: bytes, signed: bytes) -> bytes:
        made = hmac.digest(secret, signed, self.algorithm)
        if self.encoding == "base64":
            return f"{self.prefix}{base64.b64encode(made).decode()}".encode()
        return f"{self.prefix}{made.hex()}".lower().encode()


def _check_any(right: Iterable[bytes], given: Iterable[bytes]) -> None:
    """Check that a signature is right.

    Raises:
        WebhookVerificationError: None is.
    """
    others = [*given]
    # Every pair is compared, so that the time says nothing of the secrets.
    fits = [hmac.compare_digest(one, other) for one in right for other in others]
    if not any(fits):
        raise WebhookVerificationError("no signature of the webhook fits")


def _check_time(name: str, sent: str, tolerance: float) -> None:
    """Check that a request was not sent long ago.

    Raises:
        WebhookVerificationError: It was, or the time is malformed.
    """
    if not sent.isascii() or not sent.isdigit() or len(sent) > 15:
        raise WebhookVerificationError(f"the {name} is not a number of seconds")
    if not abs(time.time() - int(sent)) <= tolerance:  # this way, NaN permits nothing
        raise WebhookVerificationError(f"the {name} is not within {tolerance:g} s of now")


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


def _secrets(secret: str | bytes | Sequence[str | bytes]) -> Sequence[str | bytes]:
    """Return the secrets as a sequence.

    Raises:
        TypeError: One is neither a str nor bytes.
        ValueError: A secret is empty, or there is none.
    """
    several = [secret] if isinstance(secret, (str, bytes)) else secret
    is_list = isinstance(cast("object", several), Sequence)
    if not is_list or not all(isinstance(cast("object", one), str | bytes) for one in several):
        got = type(secret).__name__
        raise TypeError(f"secret must be a str or bytes, or a list of them, not {got}")
    if not several or not all(several):
        raise ValueError("the secret of the webhook is empty")
    return several


def _key(secret: str | bytes) -> bytes:
    """The key of a secret. The error omits it."""
    if isinstance(secret, bytes):
        return secret
    text = secret.strip().removeprefix(_PREFIX)  # as of a file, with the end of its line
    try:
        key = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("the secret of the webhook is not base64") from None
    if not key:
        raise ValueError("the secret of the webhook is empty")
    return key
