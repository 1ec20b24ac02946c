"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getOrder": "#/paths/~1orders~1{order_id}/get",
    "listOrders": "#/paths/~1orders/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "OrderPaymentWithCard": "#/components/schemas/Order/properties/payment/anyOf/0",
    "OrderPaymentWithIban": "#/components/schemas/Order/properties/payment/anyOf/1",
    "NoteAcceptedResponse": "#/paths/~1orders~1{order_id}/get/responses/202/content/application~1json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
