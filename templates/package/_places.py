"""A stand-in for the places in the API's document. See `_api.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getThing": "#/paths/~1v1~1things~1{thingId}/get",
    "replaceThing": "#/paths/~1v1~1things~1{thingId}/put",
    "createThing": "#/paths/~1v1~1things/post",
    "deleteThing": "#/paths/~1v1~1things~1{thingId}/delete",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {"Owner": "#/components/schemas/Thing/properties/owner/anyOf/0"}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Thing": {"#/components/schemas/Noted": ["note"]}
}
"""Models with properties from other schemas: the names of the properties, by schema."""
