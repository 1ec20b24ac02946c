"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "queryArticles": "#/paths/~1articles/query",
    "copyArticles": "#/paths/~1articles/additionalOperations/COPY",
    "linkArticles": "#/paths/~1articles/additionalOperations/Link",
    "searchArticles": "#/paths/~1articles~1search/get",
    "selectArticles": "#/paths/~1articles~1select/get",
    "getArticle": "#/paths/~1articles~1{path}/get",
    "readLog": "#/paths/~1log/get",
    "replaceLog": "#/paths/~1log/put",
    "writeLog": "#/paths/~1log/post",
    "readNews": "#/paths/~1news/get",
    "watchArticles": "#/paths/~1articles~1changes/get",
    "readEntries": "#/paths/~1entries/get",
    "createDraft": "#/paths/~1drafts/post",
    "addPictures": "#/paths/~1drafts~1pictures/post",
    "addBundle": "#/paths/~1drafts~1bundles/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "NewsEvent": "#/paths/~1news/get/responses/200/content/text~1event-stream/itemSchema",
    "ArticleEventText": "#/paths/~1articles~1changes/get/responses/200/content/text~1event-stream/itemSchema",
    "ArticleEventLine": "#/paths/~1articles~1changes/get/responses/200/content/text~1event-stream/itemSchema",
    "ReadEntriesResponseItem": "#/paths/~1entries/get/responses/200/content/text~1event-stream/itemSchema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
