"""Fakes of the operations of `client.ours`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ByCursorCall(Recorded):
    """A call of `ours.by_cursor`."""

    _: KW_ONLY
    from_key: str | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ByHeaderCall(Recorded):
    """A call of `ours.by_header`."""


@dataclass(eq=False, repr=False)
class ByLastItemCall(Recorded):
    """A call of `ours.by_last_item`."""

    _: KW_ONLY
    since: int | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ByOffsetCall(Recorded):
    """A call of `ours.by_offset`."""

    _: KW_ONLY
    start: int | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ByPageCall(Recorded):
    """A call of `ours.by_page`."""

    _: KW_ONLY
    where: params.ByPageWhere


@dataclass(eq=False, repr=False)
class ByLinkCall(Recorded):
    """A call of `ours.by_link`."""


@dataclass(eq=False, repr=False)
class ByURLCall(Recorded):
    """A call of `ours.by_url`."""


class FakeOurs(ResourceFake):
    """Fakes of the operations of `client.ours`."""

    by_cursor = ReturningPages[models.Row, models.ByCursorResponse].of(ByCursorCall, "byCursor")
    """By cursor."""
    by_header = ReturningPages[models.Row, list[models.Row]].of(ByHeaderCall, "byHeader")
    """By header."""
    by_last_item = ReturningPages[models.Row, list[models.Row]].of(ByLastItemCall, "byLastItem")
    """By last item."""
    by_offset = ReturningPages[models.Row, list[models.Row]].of(ByOffsetCall, "byOffset")
    """By offset."""
    by_page = ReturningPages[models.Row, list[models.Row]].of(ByPageCall, "byPage")
    """By page."""
    by_link = ReturningPages[models.Row, list[models.Row]].of(ByLinkCall, "byLink")
    """By link."""
    by_url = ReturningPages[models.Row, models.ByURLResponse].of(ByURLCall, "byUrl")
    """By url."""
