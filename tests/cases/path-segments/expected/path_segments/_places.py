"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getOne": "#/paths/~1one~1{path}/get",
    "getDeclared": "#/paths/~1declared~1{rest+}/get",
    "listLocks": "#/paths/~1skipped~1{scope}~1locks/get",
    "getReserved": "#/paths/~1reserved~1{path}/get",
    "getExpanded": "#/paths/~1expanded~1{+path}/get",
    "getPrefixed": "#/paths/~1prefixed~1{*path}/get",
    "getProxied": "#/paths/~1proxy~1{proxy+}/get",
    "getStar": "#/paths/~1star~1{path*}/get",
    "getProject": "#/paths/~1v1~1{name=**}/get",
    "cancelProject": "#/paths/~1v1~1{name=projects~1*}:cancel/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
