"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listSets": "#/paths/~1sets/get",
    "getSet": "#/paths/~1sets~1{type}/get",
    "printSet": "#/paths/~1sets~1{type}/put",
    "delSet": "#/paths/~1sets~1{type}/delete",
}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "PrintSetRequest": "#/paths/~1sets~1{type}/put/requestBody/content/application~1json/schema"
}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
