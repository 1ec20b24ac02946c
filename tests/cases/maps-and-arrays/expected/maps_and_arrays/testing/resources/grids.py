"""Fakes of the operations of `client.grids`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class TransposeCall(Recorded):
    """A call of `grids.transpose`."""

    _: KW_ONLY
    body: Sequence[Sequence[float]]


class FakeGrids(ResourceFake):
    """Fakes of the operations of `client.grids`."""

    transpose = Returning[list[list[float]]].of(TransposeCall, "transposeGrid")
    """Transpose grid."""
