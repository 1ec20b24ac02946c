"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listClusters": "#/paths/~1clusters/get",
    "listCharges": "#/paths/~1charges/get",
    "listTags": "#/paths/~1tags/get",
    "listRepos": "#/paths/~1repos/get",
    "listStars": "#/paths/~1repos~1{repo}~1stars/get",
    "listServers": "#/paths/~1servers/get",
    "listSongs": "#/paths/~1songs/get",
    "scrollPoints": "#/paths/~1points~1scroll/post",
    "filterPoints": "#/paths/~1points~1filter/post",
    "listPets": "#/paths/~1pets/get",
    "listColours": "#/paths/~1colours/get",
    "listOldColours": "#/paths/~1old-colours/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "ListClustersResponse": "#/paths/~1clusters/get/responses/200/content/application~1json/schema",
    "ListChargesResponse": "#/paths/~1charges/get/responses/200/content/application~1json/schema",
    "ListTagsResponse": "#/paths/~1tags/get/responses/200/content/application~1json/schema",
    "ListServersResponse": "#/paths/~1servers/get/responses/200/content/application~1json/schema",
    "ServerMeta": "#/paths/~1servers/get/responses/200/content/application~1json/schema/properties/meta",
    "ServerMetaPagination": "#/paths/~1servers/get/responses/200/content/application~1json/schema/properties/meta/properties/pagination",
    "ListSongsResponse": "#/paths/~1songs/get/responses/200/content/application~1json/schema",
    "ScrollPointsRequest": "#/paths/~1points~1scroll/post/requestBody/content/application~1json/schema",
    "ScrollPointsResponse": "#/paths/~1points~1scroll/post/responses/200/content/application~1json/schema",
    "ScrollPointsResult": "#/paths/~1points~1scroll/post/responses/200/content/application~1json/schema/properties/result",
    "FilterPointsRequest": "#/paths/~1points~1filter/post/requestBody/content/application~1json/schema",
    "ListPetsResponse": "#/paths/~1pets/get/responses/200/content/application~1json/schema",
    "PetCursors": "#/paths/~1pets/get/responses/200/content/application~1json/schema/properties/cursors",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
