"""Fakes of the operations of `client.reports`."""

from __future__ import annotations

from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `reports.get`."""


class FakeReports(ResourceFake):
    """Fakes of the operations of `client.reports`."""

    get = Returning[models.GetReportResponse].of(GetCall, "getReport")
    """Get report."""
