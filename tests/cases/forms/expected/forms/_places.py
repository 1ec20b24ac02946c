"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

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
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "UpdateChargeRequest": "#/paths/~1charges/patch/requestBody/content/application~1x-www-form-urlencoded/schema"
}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
