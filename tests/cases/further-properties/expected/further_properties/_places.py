"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {"createApp": "#/paths/~1apps/post"}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "AppSettingsWithTheme": "#/components/schemas/App/properties/settings/anyOf/0"
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Limits": {"#/components/schemas/Limits/allOf/0": ["unit"]}
}
"""Models with properties from other schemas: the names of the properties, by schema."""
