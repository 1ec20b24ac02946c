"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping

OPERATIONS: Mapping[str, str] = {
    "replaceThing": "#/paths/~1things~1{class}~1{x-y}/put",
}
"""Operations, by their ids."""

MODELS: Mapping[str, str] = {
    "List": "#/components/schemas/list",
}
"""Models that are not `#/components/schemas/` and their name."""

FIELDS: Mapping[str, str] = {}
"""Fields, after the names of their models, that are not among the model's own `properties`."""
