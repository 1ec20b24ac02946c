"""Fakes of the operations of `client.declared`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ElasticAfterCall(Recorded):
    """A call of `declared.elastic_after`."""

    _: KW_ONLY
    search_after: Sequence[str | float | None] | None | UnsetType = UNSET
    size: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class DiscordCall(Recorded):
    """A call of `declared.discord`."""

    _: KW_ONLY
    before: str | None | UnsetType = UNSET
    after: str | UnsetType = UNSET
    limit: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class RangeCall(Recorded):
    """A call of `declared.range`."""

    _: KW_ONLY
    x_from: str | None | UnsetType = UNSET


class FakeDeclared(ResourceFake):
    """Fakes of the operations of `client.declared`."""

    elastic_after = ReturningPages[models.HitHitsHit, models.HitsResponse].of(
        ElasticAfterCall, "elasticAfter"
    )
    """Elastic after."""
    discord = ReturningPages[models.Row, list[models.Row]].of(DiscordCall, "discord")
    """Discord."""
    range = ReturningPages[models.Row, list[models.Row]].of(RangeCall, "range")
    """Range."""
