"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listShapes": "#/paths/~1shapes/get",
    "createShape": "#/paths/~1shapes/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Shape": {
        "#/components/schemas/Shape/then": ["radius"],
        "#/components/schemas/Shape/else": ["side"],
        "#/components/schemas/Shape/dependentSchemas/size": ["unit"],
    }
}
"""Models with properties from other schemas: the names of the properties, by schema."""
