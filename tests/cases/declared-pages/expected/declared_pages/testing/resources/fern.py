"""Fakes of the operations of `client.fern`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class FernCursorCall(Recorded):
    """A call of `fern.fern_cursor`."""

    _: KW_ONLY
    after: str | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class FernOffsetCall(Recorded):
    """A call of `fern.fern_offset`."""

    _: KW_ONLY
    leaf: int | None | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class FernCustomCall(Recorded):
    """A call of `fern.fern_custom`."""


class FakeFern(ResourceFake):
    """Fakes of the operations of `client.fern`."""

    fern_cursor = ReturningPages[models.Row, models.FernCursorResponse].of(
        FernCursorCall, "fernCursor"
    )
    """Fern cursor."""
    fern_offset = ReturningPages[models.Row, models.WrappedResponse].of(
        FernOffsetCall, "fernOffset"
    )
    """Fern offset."""
    fern_custom = Returning[models.WrappedResponse].of(FernCustomCall, "fernCustom")
    """A form of Fern's that stands for nothing here."""
