"""Fakes of the operations of `client.ships`."""

from __future__ import annotations

import builtins
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `ships.list`."""


@dataclass(eq=False, repr=False)
class AddCall(Recorded):
    """A call of `ships.add`."""

    _: KW_ONLY
    body: params.Ship


class FakeShips(ResourceFake):
    """Fakes of the operations of `client.ships`."""

    list = Returning[builtins.list[models.Ship]].of(ListCall, "listShips")
    """List ships."""
    add = Returning[models.Ship].of(AddCall, "addShip")
    """Add ship."""
