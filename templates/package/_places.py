"""A stand-in for the places of the API's document; `_api.py` says what stand-ins are for."""

from __future__ import annotations

from collections.abc import Mapping

OPERATIONS: Mapping[str, str] = {
    "getThing": "#/paths/~1v1~1things~1{thingId}/get",
    "replaceThing": "#/paths/~1v1~1things~1{thingId}/put",
    "createThing": "#/paths/~1v1~1things/post",
    "deleteThing": "#/paths/~1v1~1things~1{thingId}/delete",
}
"""Operations, by their ids."""

MODELS: Mapping[str, str] = {"Owner": "#/components/schemas/Thing/properties/owner/anyOf/0"}
"""Models that are not `#/components/schemas/` and their name."""

FIELDS: Mapping[str, str] = {"Thing.note": "#/components/schemas/Noted/properties/note"}
"""Fields, after the names of their models, that are not among the model's own `properties`."""
