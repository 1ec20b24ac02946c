"""Fakes of the operations of `client.orders`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `orders.get`."""

    order_id: str


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `orders.list`."""


class FakeOrders(ResourceFake):
    """Fakes of the operations of `client.orders`."""

    get = Returning[models.Order | models.NoteAcceptedResponse].of(GetCall, "getOrder")
    """Get order."""
    list = Returning[builtins.list[models.Order]].of(ListCall, "listOrders")
    """List orders."""
