"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "byCursor": "#/paths/~1cursor/get",
    "byHeader": "#/paths/~1header/get",
    "byLastItem": "#/paths/~1last/get",
    "byOffset": "#/paths/~1offset/get",
    "byPage": "#/paths/~1page/post",
    "byLink": "#/paths/~1link/get",
    "byUrl": "#/paths/~1url/get",
    "speakeasyCursor": "#/paths/~1speakeasy-cursor/get",
    "speakeasyPage": "#/paths/~1speakeasy-page/get",
    "speakeasyUrl": "#/paths/~1speakeasy-url/get",
    "fernCursor": "#/paths/~1fern-cursor/get",
    "fernOffset": "#/paths/~1fern-offset/get",
    "fernCustom": "#/paths/~1fern-custom/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "WrappedResponse": "#/components/responses/Wrapped/content/application~1json/schema",
    "ByCursorResponse": "#/paths/~1cursor/get/responses/200/content/application~1json/schema",
    "ByCursorFound": "#/paths/~1cursor/get/responses/200/content/application~1json/schema/properties/found",
    "ByCursorPaging": "#/paths/~1cursor/get/responses/200/content/application~1json/schema/properties/paging",
    "ByPageRequest": "#/paths/~1page/post/requestBody/content/application~1json/schema",
    "ByPageWhere": "#/paths/~1page/post/requestBody/content/application~1json/schema/properties/where",
    "ByURLResponse": "#/paths/~1url/get/responses/200/content/application~1json/schema",
    "FernCursorResponse": "#/paths/~1fern-cursor/get/responses/200/content/application~1json/schema",
    "FernCursorPaging": "#/paths/~1fern-cursor/get/responses/200/content/application~1json/schema/properties/paging",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
