"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getPet": "#/paths/~1pets~1{id}/get",
    "subscribe": "#/paths/~1subscriptions/post",
}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "GetPetResponse": "#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema",
    "SubscribeRequest": "#/paths/~1subscriptions/post/requestBody/content/application~1json/schema",
    "NewPetWebhookRequest": "#/webhooks/newPet/post/requestBody/content/application~1json/schema",
    "SubscribeOnPetCallbackRequest": "#/paths/~1subscriptions/post/callbacks/onPet/{$request.body#~1url}/post/requestBody/content/application~1json/schema",
}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
