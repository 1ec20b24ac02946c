"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum


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


class CreateOrderRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `orders.create`."""

    lines: list[CreateOrderRequestLine]
    address: CreateOrderRequestAddress | UnsetType = UNSET


class CreateOrderRequestLine(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `lines` of `CreateOrderRequest`."""

    sku: str
    count: int | UnsetType = UNSET


class CreateOrderRequestAddress(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Field `address` of `CreateOrderRequest`."""

    street: str | UnsetType = UNSET
    state: CreateOrderRequestAddressState | UnsetType = UNSET


class CreateOrderResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Answer of `orders.create`."""

    id: int
    state: CreateOrderResponseState
    totals: dict[str, CreateOrderResponseTotal] | UnsetType = UNSET


class CreateOrderResponseTotal(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Field `totals` of `CreateOrderResponse`."""

    cents: int | UnsetType = UNSET
