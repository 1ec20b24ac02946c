"""The operations of `Teams`, under `/teams`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._writable import writable

_REPLACE: Operation[models.Team] = Operation(
    id="replaceTeam", method="PUT", path="/teams", successes={200: models.Team}
)


def _replace(body: models.Team) -> Request[models.Team]:
    return _REPLACE.request(json=writable(body))


class Teams(Resource):
    """The operations of `Teams`, under `/teams`."""

    def replace(self, *, body: models.Team) -> models.Team:
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

    async def replace(self, *, body: models.Team) -> models.Team:
        """Replace team.

        ``PUT /teams``

        Returns:
            The team.
        """
        return await self._send(_replace(body))
