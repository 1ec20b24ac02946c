"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

from . import models


class OrderLineDict(TypedDict):
    """`models.OrderLine` as a dict."""

    sku: str
    count: NotRequired[int]


class OrderAddressDict(TypedDict):
    """`models.OrderAddress` as a dict."""

    street: NotRequired[str]
    state: NotRequired[OrderAddressState]


OrderSpeed: TypeAlias = models.OrderSpeed | Literal["slow", "fast"]
OrderAddressState: TypeAlias = models.OrderAddressState | Literal["old", "new"]
OrderLine: TypeAlias = models.OrderLine | OrderLineDict
OrderAddress: TypeAlias = models.OrderAddress | OrderAddressDict
