"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listPets": "#/paths/~1pets/get",
    "createPet": "#/paths/~1pets/post",
    "createShape": "#/paths/~1shapes/post",
    "createRecord": "#/paths/~1records/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "RecordPaymentCard": "#/components/schemas/Record/properties/payment/oneOf/0",
    "RecordPaymentTransfer": "#/components/schemas/Record/properties/payment/oneOf/1",
    "RecordPaymentWithCash": "#/components/schemas/Record/properties/payment/oneOf/2",
    "RecordPlace": "#/components/schemas/Record/properties/places/oneOf/1/items",
    "ShapeCircle": "#/components/schemas/Shape",
    "ShapeSquare": "#/components/schemas/Shape",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "ShapeCircle": {"#/components/schemas/Circle": ["size"]},
    "ShapeSquare": {"#/components/schemas/Square": ["size"]},
}
"""Models with properties from other schemas: the names of the properties, by schema."""
