"""The classes of `payments.Transfer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models as _models
from .._runtime._two_way import TwoWayStruct, constant_field

if TYPE_CHECKING:
    from .. import params as _params


class Transfer(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Payment`."""

    kind: _models.PaymentKind = constant_field(_models.PaymentKind.TRANSFER)
    account: str

    def __init__(
        self, *, account: str, kind: _params.PaymentKind = _models.PaymentKind.TRANSFER
    ) -> None: ...
