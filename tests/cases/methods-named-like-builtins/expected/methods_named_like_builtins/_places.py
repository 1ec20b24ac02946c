"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping

OPERATIONS: Mapping[str, str] = {
    "listSets": "#/paths/~1sets/get",
    "getSet": "#/paths/~1sets~1{type}/get",
    "printSet": "#/paths/~1sets~1{type}/put",
    "delSet": "#/paths/~1sets~1{type}/delete",
}
"""Operations, by their ids."""

MODELS: Mapping[str, str] = {
    "PrintSetRequest": "#/paths/~1sets~1{type}/put/requestBody/content/application~1json/schema",
}
"""Models that are not `#/components/schemas/` and their name."""

FIELDS: Mapping[str, str] = {}
"""Fields, after the names of their models, that are not among the model's own `properties`."""
