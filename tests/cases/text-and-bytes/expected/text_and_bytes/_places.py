"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "replaceNotes": "#/paths/~1notes/put",
    "replaceImage": "#/paths/~1image/put",
    "replaceFile": "#/paths/~1file/put",
    "deleteFile": "#/paths/~1file/delete",
    "checkFile": "#/paths/~1file/head",
    "getReport": "#/paths/~1report/get",
    "getPage": "#/paths/~1page/get",
    "replacePage": "#/paths/~1page/put",
    "ping": "#/paths/~1ping/get",
    "countFiles": "#/paths/~1count/get",
    "limitFiles": "#/paths/~1count/put",
    "measureFiles": "#/paths/~1count/post",
    "scaleFiles": "#/paths/~1count/patch",
    "getListing": "#/paths/~1listing/get",
    "replaceListing": "#/paths/~1listing/put",
    "createListing": "#/paths/~1listing/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "AuthorXAbout": "#/paths/~1report/get/responses/200/headers/X-About/content/application~1json/schema",
    "GetReportResponse": "#/paths/~1report/get/responses/200/content/application~1xml/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
