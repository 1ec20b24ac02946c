"""Fakes of the operations of `client.account`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .._declared import ResourceFake, Returning
from .._recorded import Recorded

if TYPE_CHECKING:
    from .account_invoices import FakeAccountInvoices


@dataclass(eq=False, repr=False)
class UpdateSpendLimitCall(Recorded):
    """A call of `account.update_spend_limit`."""


class FakeAccount(ResourceFake):
    """Fakes of the operations of `client.account`."""

    @cached_property
    def invoices(self) -> FakeAccountInvoices:
        """Fakes of the operations of `client.account.invoices`."""
        from .account_invoices import FakeAccountInvoices

        return FakeAccountInvoices(self._board, "account.invoices")

    update_spend_limit = Returning[None].of(UpdateSpendLimitCall, "Updateaccountspendlimit")
    """Updateaccountspendlimit."""
