"""The classes of `client.orders`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models as _models
from .._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from .. import params as _params


class CreateOrderRequest(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Body of `orders.create`."""

    items: list[_models.Item]
    payment: _models.Payment | UnsetType = UNSET
    gift: OrderGift | UnsetType = UNSET

    def __init__(
        self,
        *,
        items: Sequence[_params.Item],
        payment: _params.Payment | UnsetType = UNSET,
        gift: _params.OrderGift | UnsetType = UNSET,
    ) -> None: ...


class OrderGift(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `gift` of `CreateOrderRequest`."""

    models: list[_models.Item] | UnsetType = UNSET

    def __init__(self, *, models: Sequence[_params.Item] | UnsetType = UNSET) -> None: ...
