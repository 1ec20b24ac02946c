"""The webhooks of the Several files API: requests that it sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from . import models
from ._runtime._webhooks import Webhooks

if TYPE_CHECKING:
    WebhookEvent: TypeAlias = models.Book
    """The body of a webhook."""
else:
    WebhookEvent = models.Book

WEBHOOKS: Webhooks[WebhookEvent] = Webhooks(WebhookEvent)
"""Verifies and decodes the webhooks: `WEBHOOKS.unwrap(body, headers, secret=...)`."""
