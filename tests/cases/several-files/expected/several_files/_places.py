"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listBooks": "#/paths/~1books/get",
    "createBook": "#/paths/~1books/post",
    "getBook": "#/paths/~1books~1{isbn}/get",
    "replaceBook": "#/paths/~1books~1{isbn}/put",
    "getAuthor": "#/paths/~1authors~1{name}/get",
    "getReport": "#/paths/~1reports/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "AuthorsError": "#/components/schemas/authors_Error",
    "ErrorsError": "#/components/schemas/errors_Error",
    "Magazine": "#/components/schemas/magazine",
    "Disc": "#/components/schemas/disc",
    "Cover": "#/components/schemas/Book/$defs/Cover",
    "GetReportResponse": "#/paths/~1reports/get/responses/200/content/application~1json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
