"""Fakes of the operations of `client.account.invoices`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `account.invoices.list`."""


class FakeAccountInvoices(ResourceFake):
    """Fakes of the operations of `client.account.invoices`."""

    list = Returning[builtins.list[str]].of(ListCall, "getInvoices")
    """Get invoices."""
