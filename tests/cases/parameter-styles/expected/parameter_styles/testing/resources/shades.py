"""Fakes of the operations of `client.shades`."""

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
    """A call of `shades.list`."""

    _: KW_ONLY
    near: str | None
    names: Sequence[str | None] | UnsetType = UNSET
    open: params.Shade | UnsetType = UNSET
    deep: params.Shade | UnsetType = UNSET
    where: str | None | UnsetType = UNSET
    x_near: str | None | UnsetType = UNSET
    theme: str | None | UnsetType = UNSET
    last_seen: str | None | UnsetType = UNSET


class FakeShades(ResourceFake):
    """Fakes of the operations of `client.shades`."""

    list = Returning[None].of(ListCall, "listShades")
    """List shades."""
