"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {"createOrder": "#/paths/~1orders/post"}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "CreateOrderRequest": "#/paths/~1orders/post/requestBody/content/application~1json/schema",
    "OrderLine": "#/paths/~1orders/post/requestBody/content/application~1json/schema/properties/lines/items",
    "OrderAddress": "#/paths/~1orders/post/requestBody/content/application~1json/schema/properties/address",
    "CreateOrderResponse": "#/paths/~1orders/post/responses/201/content/application~1json/schema",
    "OrderTotal": "#/paths/~1orders/post/responses/201/content/application~1json/schema/properties/totals/additionalProperties",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
