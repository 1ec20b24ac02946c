"""Fakes of the operations of `client.paints`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `paints.list`."""

    _: KW_ONLY
    any: Any = UNSET
    deep: Any = UNSET
    x_any: Any = UNSET
    one: params.PaintOne | UnsetType = UNSET
    told: params.PaintTold | UnsetType = UNSET
    sizes: Sequence[int] | UnsetType = UNSET


class FakePaints(ResourceFake):
    """Fakes of the operations of `client.paints`."""

    list = Returning[None].of(ListCall, "listPaints")
    """List paints."""
