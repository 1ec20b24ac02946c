"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "calls": "#/paths/~1clients~1{id}/get",
    "returns": "#/paths/~1clients~1{id}/delete",
    "list": "#/paths/~1other/get",
    "listRobots": "#/paths/~1robots/get",
    "createRobot": "#/paths/~1robots/post",
    "getRobot": "#/paths/~1robots~1{id}/get",
    "old_replace": "#/paths/~1robots~1{id}/put",
    "getPhoto": "#/paths/~1robots~1{id}~1photo/get",
    "addPhoto": "#/paths/~1robots~1{id}~1photo/post",
    "readLog": "#/paths/~1robots~1{id}~1log/get",
    "say": "#/paths/~1robots~1{id}~1say/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "ProblemError": "#/components/schemas/Problem/properties/error",
    "SayRequest": "#/paths/~1robots~1{id}~1say/post/requestBody/content/application~1json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
