"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "createPet": "#/paths/~1pets/post",
    "getTool": "#/paths/~1tools/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Cat": {
        "#/components/schemas/Pet": ["petType", "friend"],
        "#/components/schemas/Cat/allOf/1": ["lives"],
    },
    "Dog": {
        "#/components/schemas/Pet": ["petType", "friend"],
        "#/components/schemas/Dog/allOf/1": ["bark"],
    },
    "Saw": {
        "#/components/schemas/Tool": ["kind"],
        "#/components/schemas/Saw/allOf/1": ["teeth", "length"],
    },
    "Hammer": {
        "#/components/schemas/Tool": ["kind"],
        "#/components/schemas/Hammer/allOf/1": ["weight", "length"],
    },
    "Drill": {
        "#/components/schemas/Tool": ["kind"],
        "#/components/schemas/Drill/allOf/1": ["turns"],
    },
}
"""Models with properties from other schemas: the names of the properties, by schema."""
