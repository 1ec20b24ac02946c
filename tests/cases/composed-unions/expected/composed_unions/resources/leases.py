"""The operations of `leases`, under `/lease`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.GetLeaseResponse] = Operation(
    id="getLease", method="GET", path="/lease", successes={200: models.GetLeaseResponse}
)


def _get() -> Request[models.GetLeaseResponse]:
    return _GET.request()


class Leases(Resource):
    """The operations of `leases`, under `/lease`."""

    def get(self) -> models.GetLeaseResponse:
        """Get lease.

        ``GET /lease``

        Returns:
            The lease, in either version.
        """
        return self._send(_get())


class AsyncLeases(AsyncResource):
    """The operations of `leases`, under `/lease`.

    Async counterpart of `Leases`.
    """

    async def get(self) -> models.GetLeaseResponse:
        """Get lease.

        ``GET /lease``

        Returns:
            The lease, in either version.
        """
        return await self._send(_get())
