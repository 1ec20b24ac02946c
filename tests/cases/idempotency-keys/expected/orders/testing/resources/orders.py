"""Fakes of the operations of `client.orders`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `orders.create`."""

    _: KW_ONLY
    idempotency_key: str | UnsetType = UNSET


class FakeOrdersResource(ResourceFake):
    """Fakes of the operations of `client.orders`."""

    create = Returning[None].of(CreateCall, "createOrder")
    """Create order."""
