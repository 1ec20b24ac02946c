"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listOffices": "#/paths/~1offices/get",
    "listShapes": "#/paths/~1shapes/get",
    "listJobs": "#/paths/~1jobs/get",
    "listEvents": "#/paths/~1events/get",
    "getGrant": "#/paths/~1grants/get",
    "getMessage": "#/paths/~1messages/get",
    "createMessage": "#/paths/~1messages/post",
    "createThing": "#/paths/~1things/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "EventOpened": "#/paths/~1events/get/responses/200/content/application~1json/schema/items/anyOf/0",
    "EventClosed": "#/paths/~1events/get/responses/200/content/application~1json/schema/items/anyOf/1",
    "GetGrantResponseWhole": "#/paths/~1grants/get/responses/200/content/application~1json/schema/oneOf/0",
    "GetGrantResponseWithPlaces": "#/paths/~1grants/get/responses/200/content/application~1json/schema/oneOf/1",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
