"""The operations of `Events`, under `/events`."""

from __future__ import annotations

import builtins

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[models.Event]] = Operation(
    id="listEvents", method="GET", path="/events", successes={200: builtins.list[models.Event]}
)


def _list() -> Request[builtins.list[models.Event]]:
    return _LIST.request()


class Events(Resource):
    """The operations of `Events`, under `/events`."""

    def list(self) -> builtins.list[models.Event]:
        """List events.

        ``GET /events``

        Returns:
            Two constants; only the second is another in each.
        """
        return self._send(_list())


class AsyncEvents(AsyncResource):
    """The operations of `Events`, under `/events`.

    Async counterpart of `Events`.
    """

    async def list(self) -> builtins.list[models.Event]:
        """List events.

        ``GET /events``

        Returns:
            Two constants; only the second is another in each.
        """
        return await self._send(_list())
