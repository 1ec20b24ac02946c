"""Fakes of the operations of `client.sets`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `sets.list`."""

    _: KW_ONLY
    id: Sequence[int] | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `sets.get`."""

    type: int


@dataclass(eq=False, repr=False)
class PrintCall(Recorded):
    """A call of `sets.print`."""

    type: int
    _: KW_ONLY
    dict_: Mapping[str, int] | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class DelCall(Recorded):
    """A call of `sets.del_`."""

    type: int


class FakeSets(ResourceFake):
    """Fakes of the operations of `client.sets`."""

    list = Returning[builtins.list[models.Set]].of(ListCall, "listSets")
    """List sets."""
    get = Returning[models.Set].of(GetCall, "getSet")
    """Get set."""
    print = Returning[None].of(PrintCall, "printSet")
    """Print set."""
    del_ = Returning[None].of(DelCall, "delSet")
    """Del set."""
