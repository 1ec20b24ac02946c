"""Fakes of the operations of `client.measurements`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `measurements.get`."""


class FakeMeasurements(ResourceFake):
    """Fakes of the operations of `client.measurements`."""

    get = Returning[models.Measurement].of(GetCall, "getMeasurement")
    """Get measurement."""
