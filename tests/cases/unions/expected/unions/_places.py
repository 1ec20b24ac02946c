"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listPets": "#/paths/~1pets/get",
    "createPet": "#/paths/~1pets/post",
    "createShape": "#/paths/~1shapes/post",
    "createRecord": "#/paths/~1records/post",
}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "RecordPaymentCard": "#/components/schemas/Record/properties/payment/oneOf/0",
    "RecordPaymentTransfer": "#/components/schemas/Record/properties/payment/oneOf/1",
    "RecordPaymentWithCash": "#/components/schemas/Record/properties/payment/oneOf/2",
    "RecordPlace": "#/components/schemas/Record/properties/places/oneOf/1/items",
    "ShapeCircle": "#/components/schemas/Shape",
    "ShapeSquare": "#/components/schemas/Shape",
}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "ShapeCircle": {"#/components/schemas/Circle": ["size"]},
    "ShapeSquare": {"#/components/schemas/Square": ["size"]},
}
"""The models that have properties of other schemas, and which of which."""
