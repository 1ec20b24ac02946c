"""Fakes of the operations of `client.places`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `places.get`."""

    id: str


class FakePlaces(ResourceFake):
    """Fakes of the operations of `client.places`."""

    get = Returning[models.Place].of(GetCall, "getPlace")
    """Get place."""
