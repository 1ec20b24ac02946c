"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping

OPERATIONS: Mapping[str, str] = {
    "createDog": "#/paths/~1dogs/post",
}
"""Operations, by their ids."""

MODELS: Mapping[str, str] = {
    "CreateDogRequest": "#/paths/~1dogs/post/requestBody/content/application~1json/schema",
}
"""Models that are not `#/components/schemas/` and their name."""

FIELDS: Mapping[str, str] = {
    "Animal.name": "#/components/schemas/Named/properties/name",
    "Animal.nickname": "#/components/schemas/Named/properties/nickname",
    "Animal.legs": "#/components/schemas/Animal/allOf/1/properties/legs",
    "Dog.name": "#/components/schemas/Named/properties/name",
    "Dog.nickname": "#/components/schemas/Named/properties/nickname",
    "Dog.legs": "#/components/schemas/Animal/allOf/1/properties/legs",
    "Dog.puppies": "#/components/schemas/Dog/allOf/1/properties/puppies",
    "CreateDogRequest.name": "#/components/schemas/Named/properties/name",
    "CreateDogRequest.nickname": "#/components/schemas/Named/properties/nickname",
    "CreateDogRequest.breed": "#/paths/~1dogs/post/requestBody/content/application~1json/schema/allOf/1/properties/breed",
}
"""Fields, after the names of their models, that are not among the model's own `properties`."""
