"""Fakes of the operations of `client.reports.daily`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `reports.daily.get`."""

    id: str


class FakeReportsDaily(ResourceFake):
    """Fakes of the operations of `client.reports.daily`."""

    get = Returning[models.Completion].of(GetCall, "getDaily")
    """Get daily."""
