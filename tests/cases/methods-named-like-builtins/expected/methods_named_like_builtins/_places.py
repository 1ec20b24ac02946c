"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listSets": "#/paths/~1sets/get",
    "getSet": "#/paths/~1sets~1{type}/get",
    "printSet": "#/paths/~1sets~1{type}/put",
    "delSet": "#/paths/~1sets~1{type}/delete",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "PrintSetRequest": "#/paths/~1sets~1{type}/put/requestBody/content/application~1json/schema"
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
