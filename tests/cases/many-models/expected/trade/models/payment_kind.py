"""The classes of `PaymentKind`."""

from __future__ import annotations

from .._runtime._open_enum import OpenEnum


class PaymentKind(OpenEnum):
    CARD = "card"
    TRANSFER = "transfer"
