"""Where the API's document describes the parts of this package; read only when `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "replaceUpload": "#/paths/~1uploads/put",
    "createUpload": "#/paths/~1uploads/post",
}
"""The operations, by their ids."""

MODELS: Mapping[str, str] = {
    "ReplaceUploadRequest": "#/paths/~1uploads/put/requestBody/content/multipart~1form-data; boundary=x/schema"
}
"""The models that are not `#/components/schemas/` and their name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""The models that have properties of other schemas, and which of which."""
