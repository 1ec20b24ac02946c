"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {"createDog": "#/paths/~1dogs/post"}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "CreateDogRequest": "#/paths/~1dogs/post/requestBody/content/application~1json/schema"
}
"""The models that are not `#/components/schemas/` and their name."""

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
"""The models that have properties of other schemas, and which of which."""
