"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getCluster": "#/paths/~1clusters~1{cluster_id}/get",
    "updateCluster": "#/paths/~1clusters~1{cluster_id}/patch",
    "listNodes": "#/paths/~1clusters~1{cluster_id}~1nodes/get",
    "createNode": "#/paths/~1nodes/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
