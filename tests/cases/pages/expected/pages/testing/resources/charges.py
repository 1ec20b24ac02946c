"""Fakes of the operations of `client.charges`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake
from .._pages import ReturningPages
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `charges.list`."""

    _: KW_ONLY
    starting_after: str | None | UnsetType = UNSET
    limit: int | UnsetType = UNSET


class FakeCharges(ResourceFake):
    """Fakes of the operations of `client.charges`."""

    list = ReturningPages[models.Charge, models.ListChargesResponse].of(ListCall, "listCharges")
    """List charges."""
