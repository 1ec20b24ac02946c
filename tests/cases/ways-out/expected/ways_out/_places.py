"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listServers": "#/paths/~1servers/get",
    "createServer": "#/paths/~1servers/post",
    "restartServer": "#/paths/~1servers~1{id}~1restart/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "ServerListMeta": "#/components/schemas/ServerList/properties/meta",
    "ServerListMetaPagination": "#/components/schemas/ServerList/properties/meta/properties/pagination",
    "CreateServerRequest": "#/paths/~1servers/post/requestBody/content/application~1json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
