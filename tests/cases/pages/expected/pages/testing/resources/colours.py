"""Fakes of the operations of `client.colours`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `colours.list`."""

    _: KW_ONLY
    limit: int | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class ListOldColoursCall(Recorded):
    """A call of `colours.list_old_colours`."""

    _: KW_ONLY
    page: int | UnsetType = UNSET
    per_page: int | UnsetType = UNSET


class FakeColours(ResourceFake):
    """Fakes of the operations of `client.colours`."""

    list = Returning[builtins.list[str]].of(ListCall, "listColours")
    """List colours."""
    list_old_colours = Returning[builtins.list[str]].of(ListOldColoursCall, "listOldColours")
    """List old colours."""
