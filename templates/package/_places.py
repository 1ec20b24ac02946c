"""A stand-in for the places of the API's document; `_api.py` says what stand-ins are for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getThing": "#/paths/~1v1~1things~1{thingId}/get",
    "replaceThing": "#/paths/~1v1~1things~1{thingId}/put",
    "createThing": "#/paths/~1v1~1things/post",
    "deleteThing": "#/paths/~1v1~1things~1{thingId}/delete",
}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {"Owner": "#/components/schemas/Thing/properties/owner/anyOf/0"}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Thing": {"#/components/schemas/Noted": ["note"]}
}
"""The models that have properties of other schemas, and which of which."""
