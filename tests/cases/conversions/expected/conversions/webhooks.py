"""The webhooks of the Conversions API: requests that it sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from . import models
from ._runtime._webhooks import Hmac, Webhooks

if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    WebhookEvent: TypeAlias = models.Event | Unknown
    """The body of a webhook."""
else:
    WebhookEvent = models.Event

WEBHOOKS: Webhooks[WebhookEvent] = Webhooks(
    WebhookEvent,
    Hmac(
        header="X-Shop-Signature",
        prefix="v0=",
        timestamp="X-Shop-Time",
        content="{timestamp}:{body}",
    ),
)
"""Verifies and decodes the webhooks: `WEBHOOKS.unwrap(body, headers, secret=...)`."""
