"""The operations of `Clusters`, under `/clusters`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Cluster] = Operation(
    id="getCluster", method="GET", path="/clusters", successes={200: models.Cluster}
)


def _get() -> Request[models.Cluster]:
    return _GET.request()


class Clusters(Resource):
    """The operations of `Clusters`, under `/clusters`."""

    def get(self) -> models.Cluster:
        """Get cluster.

        ``GET /clusters``

        Returns:
            A model that is only received.
        """
        return self._send(_get())


class AsyncClusters(AsyncResource):
    """The operations of `Clusters`, under `/clusters`.

    Async counterpart of `Clusters`.
    """

    async def get(self) -> models.Cluster:
        """Get cluster.

        ``GET /clusters``

        Returns:
            A model that is only received.
        """
        return await self._send(_get())
