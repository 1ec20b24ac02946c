"""Fakes of the operations of `client.colours`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `colours.list`."""

    _: KW_ONLY
    form: Sequence[str] | UnsetType = UNSET
    joined: Sequence[str] | UnsetType = UNSET
    spaced: Sequence[int] | UnsetType = UNSET
    piped: Sequence[str] | UnsetType = UNSET
    open: params.Colour | UnsetType = UNSET
    pairs: params.Colour | UnsetType = UNSET
    deep: params.Filter | UnsetType = UNSET
    url: str | UnsetType = UNSET
    stops: Sequence[params.Colour] | UnsetType = UNSET
    where: params.Filter | UnsetType = UNSET
    x_names: Sequence[str] | UnsetType = UNSET
    x_colour: params.Colour | UnsetType = UNSET
    x_pairs: params.Colour | UnsetType = UNSET
    x_where: params.Filter | UnsetType = UNSET
    theme: str | UnsetType = UNSET
    sizes: Sequence[int] | UnsetType = UNSET
    shade: params.Colour | UnsetType = UNSET
    seen: params.Filter | UnsetType = UNSET


class FakeColours(ResourceFake):
    """Fakes of the operations of `client.colours`."""

    list = Returning[None].of(ListCall, "listColours")
    """List colours."""
