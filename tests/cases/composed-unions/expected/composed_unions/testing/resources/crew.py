"""Fakes of the operations of `client.crew`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `crew.get`."""


class FakeCrew(ResourceFake):
    """Fakes of the operations of `client.crew`."""

    get = Returning[models.GetCrewResponse].of(GetCall, "getCrew")
    """Get crew."""
