"""The classes of `payments.Card`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models as _models
from .._runtime._two_way import TwoWayStruct, constant_field

if TYPE_CHECKING:
    from .. import params as _params


class Card(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `Payment`."""

    kind: _models.PaymentKind = constant_field(_models.PaymentKind.CARD)
    number: str
    instead: _models.Payment | UnsetType = UNSET

    def __init__(
        self,
        *,
        number: str,
        kind: _params.PaymentKind = _models.PaymentKind.CARD,
        instead: _params.Payment | UnsetType = UNSET,
    ) -> None: ...
