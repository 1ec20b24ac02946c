"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getCluster": "#/paths/~1orgs~1{org_id}~1clusters~1{cluster_id}/get",
    "deleteCluster": "#/paths/~1orgs~1{org_id}~1clusters~1{cluster_id}/delete",
    "getNodePool": "#/paths/~1orgs~1{org_id}~1clusters~1{cluster_id}~1pools~1{pool_id}/get",
    "getJob": "#/paths/~1jobs~1{id}/get",
    "checkJob": "#/paths/~1jobs~1check/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "ClusterNode": "#/components/schemas/Cluster/properties/nodes/items",
    "JobResponse": "#/paths/~1jobs~1{id}/get/responses/200/content/application~1json/schema",
    "CheckJobRequest": "#/paths/~1jobs~1check/get/requestBody/content/application~1json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
