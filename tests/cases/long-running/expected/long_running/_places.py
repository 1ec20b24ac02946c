"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "getDisk": "#/paths/~1disks~1{name}/get",
    "replaceDisk": "#/paths/~1disks~1{name}/put",
    "deleteDisk": "#/paths/~1disks~1{name}/delete",
    "snapshotDisk": "#/paths/~1disks~1{name}~1snapshot/post",
    "createExport": "#/paths/~1exports/post",
    "mailExport": "#/paths/~1exports~1mail/post",
    "copyExport": "#/paths/~1exports~1copy/post",
    "mergeExports": "#/paths/~1exports~1merge/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "ReplaceDiskRequest": "#/paths/~1disks~1{name}/put/requestBody/content/application~1json/schema"
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
