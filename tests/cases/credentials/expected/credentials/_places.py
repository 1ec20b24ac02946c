"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

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
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
