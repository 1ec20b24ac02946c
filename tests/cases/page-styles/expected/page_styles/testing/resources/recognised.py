"""Fakes of the operations of `client.recognised`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class AirtableCall(Recorded):
    """A call of `recognised.airtable`."""

    _: KW_ONLY
    offset: str | None | UnsetType = UNSET
    page_size: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class RedditCall(Recorded):
    """A call of `recognised.reddit`."""

    _: KW_ONLY
    after: str | None | UnsetType = UNSET
    before: str | UnsetType = UNSET
    limit: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ChargebeeCall(Recorded):
    """A call of `recognised.chargebee`."""

    _: KW_ONLY
    offset: str | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class HerokuCall(Recorded):
    """A call of `recognised.heroku`."""

    _: KW_ONLY
    range: str | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CosmosCall(Recorded):
    """A call of `recognised.cosmos`."""

    _: KW_ONLY
    query: str | UnsetType = UNSET
    x_ms_continuation: str | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class TokenInHeaderCall(Recorded):
    """A call of `recognised.token_in_header`."""

    _: KW_ONLY
    cursor: str | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class StacCall(Recorded):
    """A call of `recognised.stac`."""

    _: KW_ONLY
    limit: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class FhirCall(Recorded):
    """A call of `recognised.fhir`."""


@dataclass(eq=False, repr=False)
class ElasticCall(Recorded):
    """A call of `recognised.elastic`."""

    _: KW_ONLY
    from_: int | None | UnsetType = UNSET
    size: int | UnsetType = UNSET


class FakeRecognised(ResourceFake):
    """Fakes of the operations of `client.recognised`."""

    airtable = ReturningPages[models.Row, models.AirtableResponse].of(AirtableCall, "airtable")
    """Airtable."""
    reddit = ReturningPages[models.Row, models.RedditResponse].of(RedditCall, "reddit")
    """Reddit."""
    chargebee = ReturningPages[models.Row, models.ChargebeeResponse].of(ChargebeeCall, "chargebee")
    """Chargebee."""
    heroku = ReturningPages[models.Row, list[models.Row]].of(HerokuCall, "heroku")
    """Heroku."""
    cosmos = ReturningPages[models.Row, models.CosmosResponse].of(CosmosCall, "cosmos")
    """Cosmos."""
    token_in_header = ReturningPages[models.Row, list[models.Row]].of(
        TokenInHeaderCall, "tokenInHeader"
    )
    """Token in header."""
    stac = ReturningPages[models.Row, models.StacResponse].of(StacCall, "stac")
    """Stac."""
    fhir = ReturningPages[models.Row, models.FhirResponse].of(FhirCall, "fhir")
    """Fhir."""
    elastic = ReturningPages[models.HitHitsHit, models.HitsResponse].of(ElasticCall, "elastic")
    """Elastic."""
