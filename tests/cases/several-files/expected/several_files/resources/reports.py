"""What was counted."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.GetReportResponse] = Operation(
    id="getReport", method="GET", path="/reports", successes={200: models.GetReportResponse}
)


def _get() -> Request[models.GetReportResponse]:
    return _GET.request()


class Reports(Resource):
    """What was counted."""

    def get(self) -> models.GetReportResponse:
        """Get report.

        ``GET /reports``

        Returns:
            The report.
        """
        return self._send(_get())


class AsyncReports(AsyncResource):
    """What was counted.

    Async counterpart of `Reports`.
    """

    async def get(self) -> models.GetReportResponse:
        """Get report.

        ``GET /reports``

        Returns:
            The report.
        """
        return await self._send(_get())
