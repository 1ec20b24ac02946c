"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getArchive": "#/paths/~1archives~1{name}/get",
    "moveArchive": "#/paths/~1archives~1{name}/put",
    "checkArchive": "#/paths/~1archives~1{name}/head",
    "getReport": "#/paths/~1report/get",
}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
