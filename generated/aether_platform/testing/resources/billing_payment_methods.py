"""Fakes of the operations of `client.billing.payment_methods`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from uuid import UUID

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `billing.payment_methods.list`."""

    org_id: UUID | str


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `billing.payment_methods.create`."""

    org_id: UUID | str
    _: KW_ONLY
    stripe_pm_id: str
    is_default: bool | UnsetType = UNSET


@dataclass(eq=False, repr=False)
class SetDefaultCall(Recorded):
    """A call of `billing.payment_methods.set_default`."""

    org_id: UUID | str
    pm_id: UUID | str


class FakeBillingPaymentMethods(ResourceFake):
    """Fakes of the operations of `client.billing.payment_methods`."""

    list = Returning[models.PaymentMethodList].of(ListCall, "listPaymentMethods")
    """List payment methods."""
    create = Returning[models.PaymentMethod].of(CreateCall, "createPaymentMethod")
    """Add a payment method."""
    set_default = Returning[models.Outcome].of(SetDefaultCall, "setDefaultPaymentMethod")
    """Set the default payment method."""
