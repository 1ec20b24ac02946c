"""Fakes of the operations of `client.grants`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `grants.get`."""


class FakeGrants(ResourceFake):
    """Fakes of the operations of `client.grants`."""

    get = Returning[models.GetGrantResponse].of(GetCall, "getGrant")
    """Get grant."""
