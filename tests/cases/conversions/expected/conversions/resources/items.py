"""The operations of `items`, under `/items`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Item] = Operation(
    id="getItem", method="GET", path="/items/{id}", successes={200: models.Item}
)


def _get(id: str) -> Request[models.Item]:
    return _GET.request(id)


class Items(Resource):
    """The operations of `items`, under `/items`."""

    def get(self, id: str) -> models.Item:
        """Get item.

        ``GET /items/{id}``

        Returns:
            It.
        """
        return self._send(_get(id))


class AsyncItems(AsyncResource):
    """The operations of `items`, under `/items`.

    Async counterpart of `Items`.
    """

    async def get(self, id: str) -> models.Item:
        """Get item.

        ``GET /items/{id}``

        Returns:
            It.
        """
        return await self._send(_get(id))
