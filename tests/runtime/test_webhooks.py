"""Signatures of webhooks that a document declares, and requests that do not have the right one."""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Any

import pytest
from api import Thing
from package._runtime._webhooks import STANDARD, Hmac, Webhooks, WebhookVerificationError

BODY = b'{"id": "a", "size": 1}'
KEY = "It's a Secret to Everybody"
NOW = 1_700_000_000
SENT = str(NOW)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("package._runtime._webhooks.time.time", lambda: float(NOW))


def signed(content: bytes, algorithm: str = "sha256", key: str = KEY) -> str:
    return hmac.digest(key.encode(), content, algorithm).hex()


GITHUB = Hmac(header="X-Hub-Signature-256", prefix="sha256=")
SLACK = Hmac(
    header="X-Slack-Signature",
    prefix="v0=",
    timestamp="X-Slack-Request-Timestamp",
    content="v0:{timestamp}:{body}",
)
STRIPE = Hmac(header="Stripe-Signature", signature="v1", timestamp="t", content="{timestamp}.{body}")
SHOPIFY = Hmac(header="X-Shopify-Hmac-Sha256", encoding="base64")
SHA1 = Hmac(header="X-Hub-Signature", prefix="sha1=", algorithm="sha1")
SLACK_SIGNED = signed(b"v0:" + SENT.encode() + b":" + BODY)
STRIPE_SIGNED = signed(SENT.encode() + b"." + BODY)
IN_BASE64 = base64.b64encode(hmac.digest(KEY.encode(), BODY, hashlib.sha256)).decode()

RIGHT: dict[str, tuple[Hmac, dict[str, str]]] = {
    "GitHub": (GITHUB, {"x-hub-signature-256": f"sha256={signed(BODY)}"}),
    "in upper case": (GITHUB, {"x-hub-signature-256": f"SHA256={signed(BODY).upper()}"}),
    "SHA-1": (SHA1, {"X-Hub-Signature": f"sha1={signed(BODY, 'sha1')}"}),
    "Shopify": (SHOPIFY, {"X-Shopify-Hmac-SHA256": IN_BASE64}),
    "Slack": (
        SLACK,
        {"X-Slack-Signature": f"v0={SLACK_SIGNED}", "x-slack-request-timestamp": SENT},
    ),
    "Stripe": (STRIPE, {"stripe-signature": f"t={SENT},v1={'0' * 64}, v1={STRIPE_SIGNED},v0=x"}),
}


@pytest.mark.parametrize("name", RIGHT)
@pytest.mark.parametrize("body", [BODY, BODY.decode()])
@pytest.mark.parametrize("secret", [KEY, KEY.encode(), ["another", KEY]])
def test_what_is_signed_is_decoded(name: str, body: bytes | str, secret: Any) -> None:
    scheme, headers = RIGHT[name]
    assert Webhooks(Thing, scheme).unwrap(body, headers, secret=secret) == Thing(id="a", size=1)


WRONG: dict[str, tuple[Hmac, dict[str, str], str]] = {
    "no header": (GITHUB, {}, "the header X-Hub-Signature-256 is missing"),
    "empty": (GITHUB, {"X-Hub-Signature-256": ""}, "the header X-Hub-Signature-256 is missing"),
    "no prefix": (GITHUB, {"X-Hub-Signature-256": signed(BODY)}, "no signature"),
    "another secret": (
        GITHUB,
        {"X-Hub-Signature-256": f"sha256={signed(BODY, key='other')}"},
        "no signature",
    ),
    "another body": (GITHUB, {"X-Hub-Signature-256": f"sha256={signed(BODY + b' ')}"}, "no signature"),
    "not ASCII": (GITHUB, {"X-Hub-Signature-256": "sha256=\u00e9\udc80"}, "no signature"),
    "no time": (SLACK, {"X-Slack-Signature": f"v0={SLACK_SIGNED}"}, "no X-Slack-Request-Timestamp"),
    "another time": (
        SLACK,
        {"X-Slack-Signature": f"v0={SLACK_SIGNED}", "X-Slack-Request-Timestamp": "1"},
        "no signature",
    ),
    "no time in the list": (STRIPE, {"Stripe-Signature": f"v1={STRIPE_SIGNED}"}, "no t"),
    "no signature in the list": (STRIPE, {"Stripe-Signature": f"t={SENT}"}, "no signature"),
    "long ago": (
        STRIPE,
        {"Stripe-Signature": f"t={NOW - 301},v1={signed(f'{NOW - 301}.'.encode() + BODY)}"},
        "the t is not within 300 s of now",
    ),
    "no number": (
        STRIPE,
        {"Stripe-Signature": f"t=x,v1={signed(b'x.' + BODY)}"},
        "the t is not a number of seconds",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_signed_is_refused(name: str) -> None:
    scheme, headers, message = WRONG[name]
    with pytest.raises(WebhookVerificationError, match=message):
        Webhooks(Thing, scheme).unwrap(BODY, headers, secret=KEY)


@pytest.mark.parametrize("secret", ["", b"", [], [KEY, ""]])
def test_an_empty_secret_is_refused(secret: Any) -> None:
    with pytest.raises(ValueError, match="the secret of the webhook is empty"):
        Webhooks(Thing, GITHUB).unwrap(BODY, {}, secret=secret)


@pytest.mark.parametrize("secret", [5, None, [KEY, 5], {KEY}])
def test_a_secret_of_another_type_is_refused(secret: Any) -> None:
    for scheme in (GITHUB, STANDARD):
        with pytest.raises(TypeError, match=r"^secret must be a str or bytes, or a list of them, not "):
            Webhooks(Thing, scheme).unwrap(BODY, {}, secret=secret)


def test_a_tolerance_that_is_no_number_permits_nothing() -> None:
    with pytest.raises(WebhookVerificationError, match="is not within nan s of now"):
        Webhooks(Thing, STRIPE).unwrap(BODY, RIGHT["Stripe"][1], secret=KEY, tolerance=float("nan"))
