"""Fakes of the operations of `client.reports`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._declared import ResourceFake

if TYPE_CHECKING:
    from .reports_daily import FakeReportsDaily


class FakeReports(ResourceFake):
    """Fakes of the operations of `client.reports`."""

    @cached_property
    def daily(self) -> FakeReportsDaily:
        """Fakes of the operations of `client.reports.daily`."""
        from .reports_daily import FakeReportsDaily

        return FakeReportsDaily(self._board, "reports.daily")
