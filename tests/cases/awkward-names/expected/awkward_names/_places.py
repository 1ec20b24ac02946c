"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "replaceThing": "#/paths/~1things~1{class}~1{x-y}/put",
    "getOrder": "#/paths/~1orders~1{mro}~1{id}/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "List": "#/components/schemas/list",
    "TypedDict_": "#/components/schemas/TypedDict",
    "str_": "#/components/schemas/str",
    "TypedDictModel": "#/components/schemas/Typed/properties/dict",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
