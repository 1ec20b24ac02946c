"""The operations of `Teams`, under `/teams`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._writable import writable

if TYPE_CHECKING:
    from .. import params

_REPLACE: Operation[models.Team] = Operation(
    id="replaceTeam", method="PUT", path="/teams", successes={200: models.Team}
)


def _replace(body: params.Team) -> Request[models.Team]:
    return _REPLACE.request(json=writable(coerced(body, models.Team, "body")))


class Teams(Resource):
    """The operations of `Teams`, under `/teams`."""

    def replace(self, *, body: params.Team) -> models.Team:
        """Replace team.

        ``PUT /teams``

        Returns:
            The team.
        """
        return self._send(_replace(body))


class AsyncTeams(AsyncResource):
    """The operations of `Teams`, under `/teams`.

    Async counterpart of `Teams`.
    """

    async def replace(self, *, body: params.Team) -> models.Team:
        """Replace team.

        ``PUT /teams``

        Returns:
            The team.
        """
        return await self._send(_replace(body))
