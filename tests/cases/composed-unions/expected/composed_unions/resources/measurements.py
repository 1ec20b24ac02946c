"""The operations of `measurements`, under `/measurement`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Measurement] = Operation(
    id="getMeasurement", method="GET", path="/measurement", successes={200: models.Measurement}
)


def _get() -> Request[models.Measurement]:
    return _GET.request()


class Measurements(Resource):
    """The operations of `measurements`, under `/measurement`."""

    def get(self) -> models.Measurement:
        """Get measurement.

        ``GET /measurement``

        Returns:
            The latest.
        """
        return self._send(_get())


class AsyncMeasurements(AsyncResource):
    """The operations of `measurements`, under `/measurement`.

    Async counterpart of `Measurements`.
    """

    async def get(self) -> models.Measurement:
        """Get measurement.

        ``GET /measurement``

        Returns:
            The latest.
        """
        return await self._send(_get())
