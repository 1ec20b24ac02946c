"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "updateCluster": "#/paths/~1api~1v1~1organizations~1{orgID}~1clusters~1{clusterID}/put"
}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
