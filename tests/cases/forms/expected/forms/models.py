"""The objects and values that the API takes and sends."""

from __future__ import annotations

import datetime

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


class Address(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Address."""

    city: str | UnsetType = UNSET
    lines: list[str] | UnsetType = UNSET


class UpdateChargeRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Update charge request."""

    amount: int | UnsetType = UNSET
