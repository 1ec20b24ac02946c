"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {"getOrder": "#/paths/~1orders~1{order_id}/get"}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "OrderPaymentWithCard": "#/components/schemas/Order/properties/payment/anyOf/0",
    "OrderPaymentWithIban": "#/components/schemas/Order/properties/payment/anyOf/1",
    "GetOrderAcceptedResponse": "#/paths/~1orders~1{order_id}/get/responses/202/content/application~1json/schema",
}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
