"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {"createApp": "#/paths/~1apps/post"}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "AppSettingsWithTheme": "#/components/schemas/App/properties/settings/anyOf/0"
}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Limits": {"#/components/schemas/Limits/allOf/0": ["unit"]}
}
"""The models that have properties of other schemas, and which of which."""
