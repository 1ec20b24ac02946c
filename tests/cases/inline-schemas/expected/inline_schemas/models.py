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


class CreateOrderSpeed(OpenEnum):
    """Argument `speed` of `orders.create`."""

    SLOW = "slow"
    FAST = "fast"


class CreateOrderRequestAddressState(OpenEnum):
    """Field `state` of `CreateOrderRequestAddress`."""

    OLD = "old"
    NEW = "new"


class CreateOrderResponseState(OpenEnum):
    """Field `state` of `CreateOrderResponse`."""

    OPEN = "open"
    PAID = "paid"


class CreateOrderRequest(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `orders.create`."""

    lines: list[CreateOrderRequestLine]
    address: CreateOrderRequestAddress | UnsetType = UNSET

    def __init__(
        self,
        *,
        lines: Sequence[_params.CreateOrderRequestLine],
        address: _params.CreateOrderRequestAddress | UnsetType = UNSET,
    ) -> None: ...


class CreateOrderRequestLine(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `lines` of `CreateOrderRequest`."""

    sku: str
    count: int | UnsetType = UNSET


class CreateOrderRequestAddress(
    TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Field `address` of `CreateOrderRequest`."""

    street: str | UnsetType = UNSET
    state: CreateOrderRequestAddressState | UnsetType = UNSET

    def __init__(
        self,
        *,
        street: str | UnsetType = UNSET,
        state: _params.CreateOrderRequestAddressState | UnsetType = UNSET,
    ) -> None: ...


class CreateOrderResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `orders.create`."""

    id: int
    state: CreateOrderResponseState
    totals: dict[str, CreateOrderResponseTotal] | UnsetType = UNSET


class CreateOrderResponseTotal(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Field `totals` of `CreateOrderResponse`."""

    cents: int | UnsetType = UNSET
