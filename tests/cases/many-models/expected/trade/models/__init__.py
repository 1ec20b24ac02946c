"""The models, enums and unions of the API. Their modules are imported when they are used.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime._former import former_classes
from .._runtime._homes import homes

if TYPE_CHECKING:
    from .card import Card as Card
    from .country import Country as Country
    from .currency import Currency as Currency
    from .customer import Customer as Customer
    from .customer import CustomerAddress as CustomerAddress
    from .import_ import Import as Import
    from .item import Item as Item
    from .order import Order as Order
    from .order import OrderState as OrderState
    from .orders import CreateOrderRequest as CreateOrderRequest
    from .orders import OrderGift as OrderGift
    from .payment import Payment as Payment
    from .payment_kind import PaymentKind as PaymentKind
    from .place import Place as Place
    from .refusal import Refusal as Refusal
    from .time_zone import TimeZone as TimeZone
    from .transfer import Transfer as Transfer
else:
    __all__, __getattr__, __dir__ = homes(
        __name__,
        {
            "card": ("Card",),
            "country": ("Country",),
            "currency": ("Currency",),
            "customer": ("Customer", "CustomerAddress"),
            "import_": ("Import",),
            "item": ("Item",),
            "order": ("Order", "OrderState"),
            "orders": ("CreateOrderRequest", "OrderGift"),
            "payment": ("Payment",),
            "payment_kind": ("PaymentKind",),
            "place": ("Place",),
            "refusal": ("Refusal",),
            "time_zone": ("TimeZone",),
            "transfer": ("Transfer",),
        },
    )


if TYPE_CHECKING:
    Money: TypeAlias = Currency
    """Deprecated: `Money` is called `Currency` now."""
else:
    __getattr__ = former_classes(__name__, {"Money": "Currency"}, __getattr__)
