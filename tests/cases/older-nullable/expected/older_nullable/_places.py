"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping

OPERATIONS: Mapping[str, str] = {
    "replaceNote": "#/paths/~1notes/put",
}
"""Operations, by their ids."""

MODELS: Mapping[str, str] = {}
"""Models that are not `#/components/schemas/` and their name."""

FIELDS: Mapping[str, str] = {}
"""Fields, after the names of their models, that are not among the model's own `properties`."""
