"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listAnimals": "#/paths/~1animals/get",
    "createAnimal": "#/paths/~1animals/post",
    "getAnimals": "#/paths/~1animals~1{ids}/get",
    "setNote": "#/paths/~1animals~1{id}~1note/put",
    "getChart": "#/paths/~1animals~1{id}~1chart/get",
    "getPicture": "#/paths/~1animals~1{id}~1picture/get",
    "setPicture": "#/paths/~1animals~1{id}~1picture/put",
    "adopt": "#/paths/~1adoptions/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "Animal": "#/definitions/Animal",
    "Cat": "#/definitions/Cat",
    "Dog": "#/definitions/Dog",
    "Adoption": "#/definitions/Adoption",
    "Problem": "#/definitions/Problem",
    "AdoptRequest": "#/paths/~1adoptions/post/parameters",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Cat": {
        "#/definitions/Animal": ["kind", "name", "born"],
        "#/definitions/Cat/allOf/1": ["indoor"],
    },
    "Dog": {
        "#/definitions/Animal": ["kind", "name", "born"],
        "#/definitions/Dog/allOf/1": ["size", "friend"],
    },
}
"""Models with properties from other schemas: the names of the properties, by schema."""
