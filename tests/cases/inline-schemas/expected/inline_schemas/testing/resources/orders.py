"""Fakes of the operations of `client.orders`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `orders.create`."""

    _: KW_ONLY
    lines: list[models.CreateOrderRequestLine]
    address: models.CreateOrderRequestAddress | UnsetType = UNSET
    speed: models.CreateOrderSpeed | UnsetType = UNSET


class FakeOrders(ResourceFake):
    """Fakes of the operations of `client.orders`."""

    create = Returning[models.CreateOrderResponse].of(CreateCall, "createOrder")
    """Create order."""
