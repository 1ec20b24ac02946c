"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getPet": "#/paths/~1pets~1{id}/get",
    "subscribe": "#/paths/~1subscriptions/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "GetPetResponse": "#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema",
    "SubscribeRequest": "#/paths/~1subscriptions/post/requestBody/content/application~1json/schema",
    "NewPetWebhookRequest": "#/webhooks/newPet/post/requestBody/content/application~1json/schema",
    "SubscribeOnPetCallbackRequest": "#/paths/~1subscriptions/post/callbacks/onPet/{$request.body#~1url}/post/requestBody/content/application~1json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
