"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listOrders": "#/paths/~1orders/get",
    "createOrder": "#/paths/~1orders/post",
    "getCustomer": "#/paths/~1customers~1{id}/get",
    "getPlace": "#/paths/~1places~1{id}/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "Import": "#/components/schemas/import",
    "Card": "#/components/schemas/payments.Card",
    "Transfer": "#/components/schemas/payments.Transfer",
    "CustomerAddress": "#/components/schemas/Customer/properties/address",
    "CreateOrderRequest": "#/paths/~1orders/post/requestBody/content/application~1json/schema",
    "OrderGift": "#/paths/~1orders/post/requestBody/content/application~1json/schema/properties/gift",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
