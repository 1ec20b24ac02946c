"""The operations of `Things`, under `/things`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_CREATE: Operation[None] = Operation(
    id="createThing", method="POST", path="/things", successes={204: None}
)


def _create(body: params.CreateThingRequest) -> Request[None]:
    return _CREATE.request(json=coerced(body, models.CreateThingRequest, "body"))


class Things(Resource):
    """The operations of `Things`, under `/things`."""

    def create(self, *, body: params.CreateThingRequest) -> None:
        """Create thing.

        ``POST /things``
        """
        return self._send(_create(body))


class AsyncThings(AsyncResource):
    """The operations of `Things`, under `/things`.

    Async counterpart of `Things`.
    """

    async def create(self, *, body: params.CreateThingRequest) -> None:
        """Create thing.

        ``POST /things``
        """
        return await self._send(_create(body))
