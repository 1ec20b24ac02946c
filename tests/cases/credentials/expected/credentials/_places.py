"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "byDefault": "#/paths/~1by-default/get",
    "withTwoKeys": "#/paths/~1with-two-keys/get",
    "withACookie": "#/paths/~1with-a-cookie/get",
    "withAPassword": "#/paths/~1with-a-password/get",
    "withADigest": "#/paths/~1with-a-digest/get",
    "withACertificate": "#/paths/~1with-a-certificate/get",
    "orWithout": "#/paths/~1or-without/get",
    "without": "#/paths/~1without/get",
    "declaredTwice": "#/paths/~1declared-twice/get",
    "declaredAndOptional": "#/paths/~1declared-and-optional/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
