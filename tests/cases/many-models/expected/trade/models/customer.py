"""The classes of `Customer`."""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from .. import models as _models


class Customer(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `customers.get`."""

    id: str
    last_order: _models.Order | UnsetType = UNSET
    address: CustomerAddress | UnsetType = UNSET


class CustomerAddress(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `address` of `Customer`."""

    street: str | UnsetType = UNSET
    country: _models.Country | UnsetType = UNSET
