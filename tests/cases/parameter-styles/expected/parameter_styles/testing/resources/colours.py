"""Fakes of the operations of `client.colours`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `colours.list`."""

    _: KW_ONLY
    form: Sequence[str] | UnsetType = UNSET
    joined: Sequence[str] | UnsetType = UNSET
    spaced: Sequence[int] | UnsetType = UNSET
    piped: Sequence[str] | UnsetType = UNSET
    open: models.Colour | UnsetType = UNSET
    pairs: models.Colour | UnsetType = UNSET
    deep: models.Filter | UnsetType = UNSET
    url: str | UnsetType = UNSET
    stops: Sequence[models.Colour] | UnsetType = UNSET
    where: models.Filter | UnsetType = UNSET
    x_names: Sequence[str] | UnsetType = UNSET
    x_colour: models.Colour | UnsetType = UNSET
    x_pairs: models.Colour | UnsetType = UNSET
    x_where: models.Filter | UnsetType = UNSET
    theme: str | UnsetType = UNSET
    sizes: Sequence[int] | UnsetType = UNSET
    shade: models.Colour | UnsetType = UNSET
    seen: models.Filter | UnsetType = UNSET


class FakeColours(ResourceFake):
    """Fakes of the operations of `client.colours`."""

    list = Returning[None].of(ListCall, "listColours")
    """List colours."""
