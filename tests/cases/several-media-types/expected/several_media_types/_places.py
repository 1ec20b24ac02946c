"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listBooks": "#/paths/~1books/get",
    "replaceBook": "#/paths/~1books/put",
    "createBook": "#/paths/~1books/post",
    "getVersion": "#/paths/~1versions/get",
    "getAny": "#/paths/~1any/get",
    "updateAny": "#/paths/~1any/patch",
}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {"BookFormAuthor": "#/components/schemas/BookForm/properties/author"}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
