"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listPaginatedChatCompletions": "#/paths/~1chat~1completions/get",
    "createChatCompletion": "#/paths/~1chat~1completions/post",
    "CancelChatCompletionMethod": "#/paths/~1chat~1completions~1{id}~1cancel/post",
    "listChatModels": "#/paths/~1chat~1models/get",
    "getChat": "#/paths/~1chat/get",
    "getDaily": "#/paths/~1daily~1{id}/get",
    "getInvoices": "#/paths/~1account~1invoices/get",
    "Updateaccountspendlimit": "#/paths/~1account~1spend_limit/put",
    "wild1": "#/paths/~1x~11/get",
    "wild2": "#/paths/~1x~12/get",
    "Licences_ListByOwner": "#/paths/~1x~13/get",
    "models": "#/paths/~1things/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
