"""Fakes of the operations of `client.customers`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `customers.get`."""

    id: str


class FakeCustomers(ResourceFake):
    """Fakes of the operations of `client.customers`."""

    get = Returning[models.Customer].of(GetCall, "getCustomer")
    """Get customer."""
