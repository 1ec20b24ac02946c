"""The operations of `Events`, under `/events`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_REPLACE: Operation[models.Event] = Operation(
    id="replaceEvent",
    method="PUT",
    path="/events/{id:uuid}",
    successes={200: models.Event},
    dates=("since",),
)


def _replace(
    id: UUID | str, body: params.Event, since: datetime.date | UnsetType
) -> Request[models.Event]:
    return _REPLACE.request(id, query={"since": since}, json=coerced(body, models.Event, "body"))


class Events(Resource):
    """The operations of `Events`, under `/events`."""

    def replace(
        self, id: UUID | str, *, body: params.Event, since: datetime.date | UnsetType = UNSET
    ) -> models.Event:
        """Replace event.

        ``PUT /events/{id}``

        Returns:
            The event.
        """
        return self._send(_replace(id, body, since))


class AsyncEvents(AsyncResource):
    """The operations of `Events`, under `/events`.

    Async counterpart of `Events`.
    """

    async def replace(
        self, id: UUID | str, *, body: params.Event, since: datetime.date | UnsetType = UNSET
    ) -> models.Event:
        """Replace event.

        ``PUT /events/{id}``

        Returns:
            The event.
        """
        return await self._send(_replace(id, body, since))
