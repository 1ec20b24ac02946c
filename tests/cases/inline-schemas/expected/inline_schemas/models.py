"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class OrderSpeed(OpenEnum):
    """Argument `speed` of `orders.create`."""

    SLOW = "slow"
    FAST = "fast"


class OrderAddressState(OpenEnum):
    """Field `state` of `OrderAddress`."""

    OLD = "old"
    NEW = "new"


class OrderState(OpenEnum):
    """Field `state` of `CreateOrderResponse`."""

    OPEN = "open"
    PAID = "paid"


class CreateOrderRequest(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `orders.create`."""

    lines: list[OrderLine]
    address: OrderAddress | UnsetType = UNSET

    def __init__(
        self,
        *,
        lines: Sequence[_params.OrderLine],
        address: _params.OrderAddress | UnsetType = UNSET,
    ) -> None: ...


class OrderLine(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `lines` of `CreateOrderRequest`."""

    sku: str
    count: int | UnsetType = UNSET


class OrderAddress(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `address` of `CreateOrderRequest`."""

    street: str | UnsetType = UNSET
    state: OrderAddressState | UnsetType = UNSET

    def __init__(
        self,
        *,
        street: str | UnsetType = UNSET,
        state: _params.OrderAddressState | UnsetType = UNSET,
    ) -> None: ...


class CreateOrderResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `orders.create`."""

    id: int
    state: OrderState
    totals: dict[str, OrderTotal] | UnsetType = UNSET


class OrderTotal(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `totals` of `CreateOrderResponse`."""

    cents: int | UnsetType = UNSET
