"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping

OPERATIONS: Mapping[str, str] = {
    "createOrder": "#/paths/~1orders/post",
}
"""Operations, by their ids."""

MODELS: Mapping[str, str] = {
    "CreateOrderRequest": "#/paths/~1orders/post/requestBody/content/application~1json/schema",
    "CreateOrderRequestLine": "#/paths/~1orders/post/requestBody/content/application~1json/schema/properties/lines/items",
    "CreateOrderRequestAddress": "#/paths/~1orders/post/requestBody/content/application~1json/schema/properties/address",
    "CreateOrderResponse": "#/paths/~1orders/post/responses/201/content/application~1json/schema",
    "CreateOrderResponseTotal": "#/paths/~1orders/post/responses/201/content/application~1json/schema/properties/totals/additionalProperties",
}
"""Models that are not `#/components/schemas/` and their name."""

FIELDS: Mapping[str, str] = {}
"""Fields, after the names of their models, that are not among the model's own `properties`."""
