"""The operations of `crew`, under `/crew`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.GetCrewResponse] = Operation(
    id="getCrew", method="GET", path="/crew", successes={200: models.GetCrewResponse}
)


def _get() -> Request[models.GetCrewResponse]:
    return _GET.request()


class Crew(Resource):
    """The operations of `crew`, under `/crew`."""

    def get(self) -> models.GetCrewResponse:
        """Get crew.

        ``GET /crew``

        Returns:
            Someone.
        """
        return self._send(_get())


class AsyncCrew(AsyncResource):
    """The operations of `crew`, under `/crew`.

    Async counterpart of `Crew`.
    """

    async def get(self) -> models.GetCrewResponse:
        """Get crew.

        ``GET /crew``

        Returns:
            Someone.
        """
        return await self._send(_get())
