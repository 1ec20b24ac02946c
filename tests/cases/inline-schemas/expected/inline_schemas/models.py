"""The objects and values that the API takes and sends."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum


class CreateOrderSpeed(OpenEnum):
    """Create order speed.

    A value that this version does not know is kept as it came.
    """

    SLOW = "slow"
    FAST = "fast"


class CreateOrderRequestAddressState(OpenEnum):
    """Create order request address state.

    A value that this version does not know is kept as it came.
    """

    OLD = "old"
    NEW = "new"


class CreateOrderResponseState(OpenEnum):
    """Create order response state.

    A value that this version does not know is kept as it came.
    """

    OPEN = "open"
    PAID = "paid"


class CreateOrderRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Create order request."""

    lines: list[CreateOrderRequestLine]
    address: CreateOrderRequestAddress | UnsetType = UNSET


class CreateOrderRequestLine(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Create order request line."""

    sku: str
    count: int | UnsetType = UNSET


class CreateOrderRequestAddress(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Create order request address."""

    street: str | UnsetType = UNSET
    state: CreateOrderRequestAddressState | UnsetType = UNSET


class CreateOrderResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Create order response."""

    id: int
    state: CreateOrderResponseState
    totals: dict[str, CreateOrderResponseTotal] | UnsetType = UNSET


class CreateOrderResponseTotal(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Create order response total."""

    cents: int | UnsetType = UNSET
