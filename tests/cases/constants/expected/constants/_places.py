"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listOffices": "#/paths/~1offices/get",
    "listShapes": "#/paths/~1shapes/get",
    "listJobs": "#/paths/~1jobs/get",
    "listEvents": "#/paths/~1events/get",
}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "ListEventsResponseItemOpened": "#/paths/~1events/get/responses/200/content/application~1json/schema/items/anyOf/0",
    "ListEventsResponseItemClosed": "#/paths/~1events/get/responses/200/content/application~1json/schema/items/anyOf/1",
}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
