"""The operations of `Places`, under `/places`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._later import Later

_GET: Operation[models.Place] = Operation(
    id="getPlace", method="GET", path="/places/{id}", successes=Later(lambda: {200: models.Place})
)


def _get(id: str) -> Request[models.Place]:
    return _GET.request(id)


class Places(Resource):
    """The operations of `Places`, under `/places`."""

    def get(self, id: str) -> models.Place:
        """Get place.

        ``GET /places/{id}``

        Returns:
            The place.
        """
        return self._send(_get(id))


class AsyncPlaces(AsyncResource):
    """The operations of `Places`, under `/places`.

    Async counterpart of `Places`.
    """

    async def get(self, id: str) -> models.Place:
        """Get place.

        ``GET /places/{id}``

        Returns:
            The place.
        """
        return await self._send(_get(id))
