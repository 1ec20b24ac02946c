"""The operations of `Sessions`, under `/sessions`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._form import form_content

_CREATE: Operation[models.Session] = Operation(
    id="createSession", method="POST", path="/sessions", successes={200: models.Session}
)


def _create(user: str, password: str) -> Request[models.Session]:
    return _CREATE.request(content=form_content(models.Session(user=user, password=password)))


class Sessions(Resource):
    """The operations of `Sessions`, under `/sessions`."""

    def create(self, *, user: str, password: str) -> models.Session:
        """Create session.

        ``POST /sessions``

        Returns:
            The session.
        """
        return self._send(_create(user, password))


class AsyncSessions(AsyncResource):
    """The operations of `Sessions`, under `/sessions`.

    Async counterpart of `Sessions`.
    """

    async def create(self, *, user: str, password: str) -> models.Session:
        """Create session.

        ``POST /sessions``

        Returns:
            The session.
        """
        return await self._send(_create(user, password))
