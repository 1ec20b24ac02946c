"""The operations of `notices`, under `/notice`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Notice] = Operation(
    id="getNotice", method="GET", path="/notice", successes={200: models.Notice}
)


def _get() -> Request[models.Notice]:
    return _GET.request()


class Notices(Resource):
    """The operations of `notices`, under `/notice`."""

    def get(self) -> models.Notice:
        """Get notice.

        ``GET /notice``

        Returns:
            The latest.
        """
        return self._send(_get())


class AsyncNotices(AsyncResource):
    """The operations of `notices`, under `/notice`.

    Async counterpart of `Notices`.
    """

    async def get(self) -> models.Notice:
        """Get notice.

        ``GET /notice``

        Returns:
            The latest.
        """
        return await self._send(_get())
