"""The webhooks of the Received API: requests that it sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from . import models
from ._runtime._webhooks import Webhooks

if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    WebhookEvent: TypeAlias = models.NewPetWebhookRequest | models.PetGone | models.PetFed | Unknown
    """The body of a webhook."""
else:
    from ._runtime._union import one_of

    WebhookEvent = one_of(
        "WebhookEvent",
        lambda: (models.NewPetWebhookRequest, models.PetGone, models.PetFed),
        by="kind",
        mapping=lambda: {
            "pet.new": models.NewPetWebhookRequest,
            "pet.gone": models.PetGone,
            "pet.fed": models.PetFed,
        },
    )

WEBHOOKS: Webhooks[WebhookEvent] = Webhooks(WebhookEvent)
"""Verifies and decodes the webhooks: `WEBHOOKS.unwrap(body, headers, secret=...)`."""
