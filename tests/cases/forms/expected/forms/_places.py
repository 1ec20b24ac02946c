"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "createCharge": "#/paths/~1charges/post",
    "updateCharge": "#/paths/~1charges/patch",
    "setLabels": "#/paths/~1labels/post",
    "replaceStatements": "#/paths/~1statements/put",
    "importStatement": "#/paths/~1statements/post",
    "renameStatement": "#/paths/~1statements/patch",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "UpdateChargeRequest": "#/paths/~1charges/patch/requestBody/content/application~1x-www-form-urlencoded/schema"
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
