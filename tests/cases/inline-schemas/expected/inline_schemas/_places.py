"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {"createOrder": "#/paths/~1orders/post"}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "CreateOrderRequest": "#/paths/~1orders/post/requestBody/content/application~1json/schema",
    "CreateOrderRequestLine": "#/paths/~1orders/post/requestBody/content/application~1json/schema/properties/lines/items",
    "CreateOrderRequestAddress": "#/paths/~1orders/post/requestBody/content/application~1json/schema/properties/address",
    "CreateOrderResponse": "#/paths/~1orders/post/responses/201/content/application~1json/schema",
    "CreateOrderResponseTotal": "#/paths/~1orders/post/responses/201/content/application~1json/schema/properties/totals/additionalProperties",
}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
