"""Fakes of the operations of `client.items`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `items.get`."""

    id: str


class FakeItems(ResourceFake):
    """Fakes of the operations of `client.items`."""

    get = Returning[models.Item].of(GetCall, "getItem")
    """Get item."""
