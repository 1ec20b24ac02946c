"""The objects and values that the API takes and sends."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, TypeAlias

from msgspec import UNSET, Struct, UnsetType


class NewCharge(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """New charge."""

    amount: int
    currency: str
    capture: bool | UnsetType = UNSET
    note: str | None | UnsetType = UNSET
    expand: list[str] | UnsetType = UNSET
    joined: list[str] | UnsetType = UNSET
    at: datetime.datetime | UnsetType = UNSET
    meta: dict[str, str] | UnsetType = UNSET
    address: Address | UnsetType = UNSET
    deep: list[Address] | UnsetType = UNSET
    mandate: NewChargeMandate | UnsetType = UNSET


class Online(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Online."""

    ip: str


class Offline(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Offline."""

    place: str


class Address(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Address."""

    city: str | UnsetType = UNSET
    lines: list[str] | UnsetType = UNSET


class UpdateChargeRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Update charge request."""

    amount: int | UnsetType = UNSET


if TYPE_CHECKING:
    NewChargeMandate: TypeAlias = Online | Offline
    """New charge mandate."""
else:
    from ._runtime._union import one_of

    NewChargeMandate = one_of("NewChargeMandate", lambda: (Online, Offline))
