"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject


class OrderStatus(OpenEnum):
    """Field `status` of `Order`."""

    OPEN = "open"
    SHIPPED = "shipped"


class Order(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Answer of `orders.get`, among others."""

    id: UUID
    placed_at: datetime.datetime
    due: datetime.date | UnsetType = UNSET
    status: OrderStatus
    total: float
    points: int | float | UnsetType = UNSET
    customer: Person
    lines: list[Line]
    payment: OrderPayment | UnsetType = UNSET
    previous: Order | None | UnsetType = UNSET


class Person(OpenObject):
    """Field `customer` of `Order`, among others."""

    name: str
    tags: dict[str, int] | UnsetType = UNSET
    additional_properties: dict[str, Any] = msgspec.field(default={})
    """The properties that have no field of their own."""


class Product(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `Line`."""

    kind: str
    sku: str
    count: int


class Service(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Kind of `Line`."""

    kind: str
    hours: float
    by: Person | UnsetType = UNSET


class OrderPaymentWithCard(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `OrderPayment`."""

    card: str
    expires: datetime.date | UnsetType = UNSET


class OrderPaymentWithIban(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Kind of `OrderPayment`."""

    iban: str


class GetOrderAcceptedResponse(
    Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False
):
    """Answer of `orders.get`."""

    note: str | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Line: TypeAlias = Product | Service | Unknown
    """Field `lines` of `Order`.

    The key `kind` tells which of them.
    """

    OrderPayment: TypeAlias = OrderPaymentWithCard | OrderPaymentWithIban | Unknown
    """Field `payment` of `Order`."""
else:
    from ._runtime._union import one_of

    Line = one_of(
        "Line",
        lambda: (Product, Service),
        by="kind",
        mapping=lambda: {
            "product": Product,
            "service": Service,
            "Product": Product,
            "Service": Service,
        },
    )
    OrderPayment = one_of("OrderPayment", lambda: (OrderPaymentWithCard, OrderPaymentWithIban))
