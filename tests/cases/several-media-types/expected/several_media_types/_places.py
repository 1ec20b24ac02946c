"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listBooks": "#/paths/~1books/get",
    "replaceBook": "#/paths/~1books/put",
    "createBook": "#/paths/~1books/post",
    "getVersion": "#/paths/~1versions/get",
    "createCover": "#/paths/~1covers/post",
    "createLabels": "#/paths/~1labels/post",
    "replaceDrawing": "#/paths/~1drawings/put",
    "editDrawing": "#/paths/~1drawings/post",
    "getAny": "#/paths/~1any/get",
    "updateAny": "#/paths/~1any/patch",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "BookFormAuthor": "#/components/schemas/BookForm/properties/author",
    "ReplaceDrawingRequest": "#/paths/~1drawings/put/requestBody/content/application~1json/schema",
    "ReplaceDrawingRequestModel": "#/paths/~1drawings/put/requestBody/content/application~1vnd.drawing+json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
