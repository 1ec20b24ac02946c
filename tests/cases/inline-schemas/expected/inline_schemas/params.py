"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

from . import models


class CreateOrderRequestLineDict(TypedDict):
    """`models.CreateOrderRequestLine` as a dict."""

    sku: str
    count: NotRequired[int]


class CreateOrderRequestAddressDict(TypedDict):
    """`models.CreateOrderRequestAddress` as a dict."""

    street: NotRequired[str]
    state: NotRequired[CreateOrderRequestAddressState]


CreateOrderSpeed: TypeAlias = models.CreateOrderSpeed | Literal["slow", "fast"]
CreateOrderRequestAddressState: TypeAlias = (
    models.CreateOrderRequestAddressState | Literal["old", "new"]
)
CreateOrderRequestLine: TypeAlias = models.CreateOrderRequestLine | CreateOrderRequestLineDict
CreateOrderRequestAddress: TypeAlias = (
    models.CreateOrderRequestAddress | CreateOrderRequestAddressDict
)
