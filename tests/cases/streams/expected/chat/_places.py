"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "createCompletion": "#/paths/~1completions/post",
    "runThread": "#/paths/~1threads~1{threadId}~1run/post",
    "readLog": "#/paths/~1threads~1{threadId}~1log/get",
    "readWords": "#/paths/~1threads~1{threadId}~1words/get",
    "watchChanges": "#/paths/~1threads~1{threadId}~1changes/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "ProblemError": "#/components/schemas/Problem/properties/error",
    "CreateCompletionRequest": "#/paths/~1completions/post/requestBody/content/application~1json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
