"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct


class StacLinkRel(OpenEnum):
    """Field `rel` of `StacLink`."""

    SELF = "self"
    NEXT = "next"
    PREV = "prev"


class HitsResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `recognised.elastic` and `declared.elastic_after`."""

    took: int | UnsetType = UNSET
    timed_out: bool | UnsetType = UNSET
    hits: HitHits | UnsetType = UNSET


class HitHits(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `hits` of `HitsResponse`."""

    total: HitHitsTotal | UnsetType = UNSET
    hits: list[HitHitsHit] | UnsetType = UNSET


class HitHitsTotal(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `total` of `HitHits`."""

    value: int | UnsetType = UNSET
    relation: str | UnsetType = UNSET


class HitHitsHit(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `hits` of `HitHits`."""

    id: str | UnsetType = msgspec.field(default=UNSET, name="_id")
    sort: list[str | JsonNumber | None] | UnsetType = UNSET


class Row(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Used by `recognised.heroku`, `recognised.token_in_header` and 2 others."""

    id: str


class AirtableResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `recognised.airtable`."""

    records: list[Row] | UnsetType = UNSET
    offset: str | UnsetType = UNSET


class RedditResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `recognised.reddit`."""

    kind: str | UnsetType = UNSET
    data: RedditData | UnsetType = UNSET


class RedditData(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `data` of `RedditResponse`."""

    after: str | None | UnsetType = UNSET
    before: str | None | UnsetType = UNSET
    dist: int | UnsetType = UNSET
    modhash: str | UnsetType = UNSET
    children: list[Row] | UnsetType = UNSET


class ChargebeeResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `recognised.chargebee`."""

    list_: list[Row] | UnsetType = msgspec.field(default=UNSET, name="list")
    next_offset: str | UnsetType = UNSET


class CosmosRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `recognised.cosmos`."""

    query: str | UnsetType = UNSET


class CosmosResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `recognised.cosmos`."""

    documents: list[Row] | UnsetType = msgspec.field(default=UNSET, name="Documents")
    count: int | UnsetType = msgspec.field(default=UNSET, name="_count")


class StacResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `recognised.stac`."""

    type: str
    features: list[Row]
    links: list[StacLink] | UnsetType = UNSET


class StacLink(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `links` of `StacResponse`."""

    href: str
    rel: StacLinkRel


class FhirResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `recognised.fhir`."""

    resource_type: str | UnsetType = msgspec.field(default=UNSET, name="resourceType")
    total: int | UnsetType = UNSET
    entry: list[Row] | UnsetType = UNSET
    link: list[FhirLinkItem] | UnsetType = UNSET


class FhirLinkItem(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `link` of `FhirResponse`."""

    relation: str | UnsetType = UNSET
    """See the relations of IANA, such as self and next."""
    url: str | UnsetType = UNSET


class ElasticRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `recognised.elastic`."""

    from_: int | UnsetType = msgspec.field(default=UNSET, name="from")
    """The server's default is `0`."""
    size: int | UnsetType = UNSET


class ElasticAfterRequest(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `declared.elastic_after`."""

    search_after: list[str | JsonNumber | None] | UnsetType = UNSET
    size: int | UnsetType = UNSET

    def __init__(
        self,
        *,
        search_after: Sequence[str | JsonNumber | None] | UnsetType = UNSET,
        size: int | UnsetType = UNSET,
    ) -> None: ...
