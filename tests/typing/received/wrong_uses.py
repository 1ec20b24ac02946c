"""Uses of webhooks that type checkers must reject, in every line that is marked."""

from __future__ import annotations

from collections.abc import Mapping

from received import AsyncReceived, Received, unwrap_webhook
from received.models import NewPetWebhookRequest, PetGone
from received.webhooks import WEBHOOKS


def receive(client: Received, body: bytes, headers: Mapping[str, str]) -> NewPetWebhookRequest:
    client.webhooks.unwrap(body, headers)  # wrong
    client.webhooks.unwrap(body, headers, "whsec_a")  # wrong
    client.webhooks.unwrap({"name": "Tom"}, headers, secret="whsec_a")  # wrong
    client.webhooks.unwrap(body, headers, secret=None)  # wrong
    client.webhooks.unwrap(body, [("webhook-id", "1")], secret="whsec_a")  # wrong
    client.webhooks.unwrap(body, headers, secret="whsec_a", tolerance=None)  # wrong
    client.webhooks.verify(body, headers, secret="whsec_a")  # wrong
    WEBHOOKS.unwrap(body, headers, secret=5)  # wrong
    unwrap_webhook(body, headers, secret="whsec_a")  # wrong
    unwrap_webhook(body, headers, PetGone, secret="whsec_a").name  # wrong
    return client.webhooks.unwrap(body, headers, secret="whsec_a")  # wrong


async def receive_too(client: AsyncReceived, body: bytes, headers: Mapping[str, str]) -> None:
    await client.webhooks.unwrap(body, headers, secret="whsec_a")  # wrong
