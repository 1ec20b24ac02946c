"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "airtable": "#/paths/~1airtable/get",
    "reddit": "#/paths/~1reddit/get",
    "chargebee": "#/paths/~1chargebee/get",
    "heroku": "#/paths/~1heroku/get",
    "cosmos": "#/paths/~1cosmos/post",
    "tokenInHeader": "#/paths/~1token-in-header/get",
    "stac": "#/paths/~1stac/get",
    "fhir": "#/paths/~1fhir/get",
    "elastic": "#/paths/~1elastic/post",
    "elasticAfter": "#/paths/~1elastic-after/post",
    "discord": "#/paths/~1discord/get",
    "range": "#/paths/~1range/get",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {
    "HitsResponse": "#/components/responses/Hits/content/application~1json/schema",
    "HitHits": "#/components/responses/Hits/content/application~1json/schema/properties/hits",
    "HitHitsTotal": "#/components/responses/Hits/content/application~1json/schema/properties/hits/properties/total",
    "HitHitsHit": "#/components/responses/Hits/content/application~1json/schema/properties/hits/properties/hits/items",
    "Row": "#/components/schemas/Rows/items",
    "AirtableResponse": "#/paths/~1airtable/get/responses/200/content/application~1json/schema",
    "RedditResponse": "#/paths/~1reddit/get/responses/200/content/application~1json/schema",
    "RedditData": "#/paths/~1reddit/get/responses/200/content/application~1json/schema/properties/data",
    "ChargebeeResponse": "#/paths/~1chargebee/get/responses/200/content/application~1json/schema",
    "CosmosRequest": "#/paths/~1cosmos/post/requestBody/content/application~1json/schema",
    "CosmosResponse": "#/paths/~1cosmos/post/responses/200/content/application~1json/schema",
    "StacResponse": "#/paths/~1stac/get/responses/200/content/application~1geo+json/schema",
    "StacLink": "#/paths/~1stac/get/responses/200/content/application~1geo+json/schema/properties/links/items",
    "FhirResponse": "#/paths/~1fhir/get/responses/200/content/application~1fhir+json/schema",
    "FhirLinkItem": "#/paths/~1fhir/get/responses/200/content/application~1fhir+json/schema/properties/link/items",
    "ElasticRequest": "#/paths/~1elastic/post/requestBody/content/application~1json/schema",
    "ElasticAfterRequest": "#/paths/~1elastic-after/post/requestBody/content/application~1json/schema",
}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
