"""The classes of `Order`."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from .. import models as _models
from .._runtime._open_enum import OpenEnum


class OrderState(OpenEnum):
    """Field `state` of `Order`."""

    OPEN = "open"
    PAID = "paid"


class Order(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `orders.list` and `orders.create`."""

    id: str
    customer: _models.Customer
    currency: _models.Currency | UnsetType = UNSET
    payment: _models.Payment | UnsetType = UNSET
    state: OrderState | UnsetType = UNSET
