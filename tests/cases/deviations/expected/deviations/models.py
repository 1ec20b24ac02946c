"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject
from ._runtime._two_way import TwoWayStruct, constant_field


class OrderStatus(OpenEnum):
    """Field `status` of `Order`."""

    OPEN = "open"
    SHIPPED = "shipped"


class Order(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `orders.get` and `orders.list`."""

    id: UUID
    placed_at: datetime.datetime
    due: datetime.date | UnsetType = UNSET
    status: OrderStatus
    total: JsonNumber
    points: int | JsonNumber | UnsetType = UNSET
    customer: Person
    lines: list[Line]
    payment: OrderPayment | UnsetType = UNSET
    previous: Order | None | UnsetType = UNSET


class Person(OpenObject):
    name: str
    tags: dict[str, int] | UnsetType = UNSET
    additional_properties: dict[str, Any] = msgspec.field(default={})
    """Properties without a field of their own, by name."""


class Product(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Line`."""

    kind: str = constant_field("product")
    sku: str
    count: int


class Service(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `Line`."""

    kind: str = constant_field("service")
    hours: JsonNumber
    by: Person | UnsetType = UNSET


class OrderPaymentWithCard(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `OrderPayment`."""

    card: str
    expires: datetime.date | UnsetType = UNSET


class OrderPaymentWithIban(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `OrderPayment`."""

    iban: str


class NoteAcceptedResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `orders.get`."""

    note: str | UnsetType = UNSET


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Line: TypeAlias = Product | Service | Unknown
    """Field `lines` of `Order`.

    The property `kind` identifies the type.
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
