"""Fakes of the operations of `client.orders`."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from ... import params


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `orders.list`."""

    _: KW_ONLY
    currency: params.Currency | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `orders.create`."""

    _: KW_ONLY
    items: Sequence[params.Item]
    payment: params.Payment | UnsetType = UNSET
    gift: params.OrderGift | UnsetType = UNSET


class FakeOrders(ResourceFake):
    """Fakes of the operations of `client.orders`."""

    list = Returning[builtins.list[models.Order]].of(ListCall, "listOrders")
    """List orders."""
    create = Returning[models.Order].of(CreateCall, "createOrder")
    """Create order."""
