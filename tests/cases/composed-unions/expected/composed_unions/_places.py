"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listShips": "#/paths/~1ships/get",
    "addShip": "#/paths/~1ships/post",
    "getCargo": "#/paths/~1cargo/get",
    "getMeasurement": "#/paths/~1measurement/get",
    "getNotice": "#/paths/~1notice/get",
    "getLease": "#/paths/~1lease/get",
    "getCrew": "#/paths/~1crew/get",
    "replaceCrew": "#/paths/~1crew/put",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "MeasurementDepth": "#/components/schemas/Measurement",
    "MeasurementWord": "#/components/schemas/Measurement",
    "ReplaceCrewRequestCook": "#/paths/~1crew/put/requestBody/content/application~1json/schema",
    "ReplaceCrewRequestPilot": "#/paths/~1crew/put/requestBody/content/application~1json/schema",
    "ReplaceCrewRequestGuest": "#/paths/~1crew/put/requestBody/content/application~1json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "Ferry": {
        "#/components/schemas/Ship": ["kind", "name"],
        "#/components/schemas/Ferry/allOf/1": ["cars"],
    },
    "Tug": {"#/components/schemas/Ship": ["kind", "name"]},
    "Notice": {"#/components/schemas/Notice/oneOf/0": ["options"]},
    "MeasurementDepth": {
        "#/components/schemas/Measurement/oneOf/0/allOf/0": ["kind"],
        "#/components/schemas/Depth": ["fathoms"],
    },
    "MeasurementWord": {
        "#/components/schemas/Measurement/oneOf/1/allOf/0": ["kind"],
        "#/components/schemas/Word": ["text"],
    },
    "ReplaceCrewRequestCook": {"#/components/schemas/Cook": ["dish"]},
    "ReplaceCrewRequestPilot": {"#/components/schemas/Pilot": ["licence"]},
    "ReplaceCrewRequestGuest": {"#/components/schemas/Guest": ["cabin"]},
}
"""Models with properties from other schemas: the names of the properties, by schema."""
