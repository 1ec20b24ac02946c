"""Uses of webhooks that type checkers must accept, and the types that they must see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_type

from received import (
    AsyncReceived,
    DecodeError,
    Received,
    Unknown,
    WebhookVerificationError,
    unwrap_webhook,
)
from received.models import NewPetWebhookRequest, PetFed, PetGone
from received.webhooks import WEBHOOKS, WebhookEvent


def receive(client: Received, body: bytes, headers: Mapping[str, str]) -> int:
    try:
        event = client.webhooks.unwrap(body, headers, secret="whsec_a")
    except WebhookVerificationError:
        return 401
    except DecodeError as error:
        print(error.where)
        return 422
    assert_type(event, NewPetWebhookRequest | PetGone | PetFed | Unknown)
    match event:
        case NewPetWebhookRequest(name=name):
            print(name)
        case PetGone() | PetFed():
            print(event.kind)
        case Unknown():
            print("an event that the API has added since")
    return 204


def receive_without_a_client(body: str, headers: dict[str, str]) -> WebhookEvent:
    secrets = ["whsec_old", "whsec_new"]
    assert_type(unwrap_webhook(body, headers, PetGone, secret=secrets, tolerance=60), PetGone)
    return WEBHOOKS.unwrap(body, headers, secret=secrets)


async def receive_too(client: AsyncReceived, body: bytes, headers: Mapping[str, str]) -> WebhookEvent:
    return client.webhooks.unwrap(body, headers, secret=b"a", tolerance=0.5)
