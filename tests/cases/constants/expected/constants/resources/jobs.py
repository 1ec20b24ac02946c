"""The operations of `Jobs`, under `/jobs`."""

from __future__ import annotations

import builtins

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[models.Job]] = Operation(
    id="listJobs", method="GET", path="/jobs", successes={200: builtins.list[models.Job]}
)


def _list() -> Request[builtins.list[models.Job]]:
    return _LIST.request()


class Jobs(Resource):
    """The operations of `Jobs`, under `/jobs`."""

    def list(self) -> builtins.list[models.Job]:
        """List jobs.

        ``GET /jobs``

        Returns:
            The discriminator is a constant of any type.
        """
        return self._send(_list())


class AsyncJobs(AsyncResource):
    """The operations of `Jobs`, under `/jobs`.

    Async counterpart of `Jobs`.
    """

    async def list(self) -> builtins.list[models.Job]:
        """List jobs.

        ``GET /jobs``

        Returns:
            The discriminator is a constant of any type.
        """
        return await self._send(_list())
