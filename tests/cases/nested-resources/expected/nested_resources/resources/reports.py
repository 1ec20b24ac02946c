"""The operations of `reports`, under `/daily`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Resource

if TYPE_CHECKING:
    from .reports_daily import AsyncReportsDaily, ReportsDaily


class Reports(Resource):
    """The operations of `reports`, under `/daily`."""

    @cached_property
    def daily(self) -> ReportsDaily:
        """Reports of each day."""
        from .reports_daily import ReportsDaily

        return ReportsDaily(self._client)


class AsyncReports(AsyncResource):
    """The operations of `reports`, under `/daily`.

    Async counterpart of `Reports`.
    """

    @cached_property
    def daily(self) -> AsyncReportsDaily:
        """Reports of each day."""
        from .reports_daily import AsyncReportsDaily

        return AsyncReportsDaily(self._client)
