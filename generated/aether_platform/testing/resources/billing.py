"""Fakes of the operations of `client.billing`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from .billing_payment_methods import FakeBillingPaymentMethods


@dataclass(eq=False, repr=False)
class GetUsageCall(Recorded):
    """A call of `billing.get_usage`."""

    org_id: UUID | str


class FakeBilling(ResourceFake):
    """Fakes of the operations of `client.billing`."""

    @cached_property
    def payment_methods(self) -> FakeBillingPaymentMethods:
        """Fakes of the operations of `client.billing.payment_methods`."""
        from .billing_payment_methods import FakeBillingPaymentMethods

        return FakeBillingPaymentMethods(self._board, "billing.payment_methods")

    get_usage = Returning[models.Usage].of(GetUsageCall, "getUsage")
    """Get the usage of this month."""
