"""Fakes of the operations of `client.points`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ScrollCall(Recorded):
    """A call of `points.scroll`."""

    _: KW_ONLY
    filter: Mapping[str, str] | UnsetType = UNSET
    limit: int | UnsetType = UNSET
    marker: str | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class FilterCall(Recorded):
    """A call of `points.filter`."""

    _: KW_ONLY
    offset: int | None | UnsetType = UNSET
    limit: int | UnsetType = UNSET


class FakePoints(ResourceFake):
    """Fakes of the operations of `client.points`."""

    scroll = ReturningPages[models.Point, models.ScrollPointsResponse].of(
        ScrollCall, "scrollPoints"
    )
    """Scroll points."""
    filter = ReturningPages[models.Point, list[models.Point]].of(FilterCall, "filterPoints")
    """Filter points."""
