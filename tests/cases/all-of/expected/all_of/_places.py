"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {"createDog": "#/paths/~1dogs/post"}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "CreateDogRequest": "#/paths/~1dogs/post/requestBody/content/application~1json/schema"
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Animal": {
        "#/components/schemas/Named": ["name", "nickname"],
        "#/components/schemas/Animal/allOf/1": ["legs"],
    },
    "Dog": {
        "#/components/schemas/Named": ["name", "nickname"],
        "#/components/schemas/Animal/allOf/1": ["legs"],
        "#/components/schemas/Dog/allOf/1": ["puppies"],
    },
    "CreateDogRequest": {
        "#/components/schemas/Named": ["name", "nickname"],
        "#/paths/~1dogs/post/requestBody/content/application~1json/schema/allOf/1": ["breed"],
    },
}
"""Models with properties from other schemas: the names of the properties, by schema."""
