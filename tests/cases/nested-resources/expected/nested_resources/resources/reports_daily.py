"""Reports of each day."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Completion] = Operation(
    id="getDaily", method="GET", path="/daily/{id}", successes={200: models.Completion}
)


def _get(id: str) -> Request[models.Completion]:
    return _GET.request(id)


class ReportsDaily(Resource):
    """Reports of each day."""

    def get(self, id: str) -> models.Completion:
        """Get daily.

        ``GET /daily/{id}``

        Returns:
            A completion.
        """
        return self._send(_get(id))


class AsyncReportsDaily(AsyncResource):
    """Reports of each day.

    Async counterpart of `ReportsDaily`.
    """

    async def get(self, id: str) -> models.Completion:
        """Get daily.

        ``GET /daily/{id}``

        Returns:
            A completion.
        """
        return await self._send(_get(id))
