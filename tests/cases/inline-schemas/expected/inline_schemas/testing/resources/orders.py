"""Fakes of the operations of `client.orders`."""

from __future__ import annotations

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
class CreateCall(Recorded):
    """A call of `orders.create`."""

    _: KW_ONLY
    lines: Sequence[params.OrderLine]
    address: params.OrderAddress | UnsetType = UNSET
    speed: params.OrderSpeed | UnsetType = UNSET


class FakeOrders(ResourceFake):
    """Fakes of the operations of `client.orders`."""

    create = Returning[models.CreateOrderResponse].of(CreateCall, "createOrder")
    """Create order."""
