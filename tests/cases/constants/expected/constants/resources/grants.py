"""The operations of `Grants`, under `/grants`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.GetGrantResponse] = Operation(
    id="getGrant", method="GET", path="/grants", successes={200: models.GetGrantResponse}
)


def _get() -> Request[models.GetGrantResponse]:
    return _GET.request()


class Grants(Resource):
    """The operations of `Grants`, under `/grants`."""

    def get(self) -> models.GetGrantResponse:
        """Get grant.

        ``GET /grants``

        Returns:
            Only one member has a constant.
        """
        return self._send(_get())


class AsyncGrants(AsyncResource):
    """The operations of `Grants`, under `/grants`.

    Async counterpart of `Grants`.
    """

    async def get(self) -> models.GetGrantResponse:
        """Get grant.

        ``GET /grants``

        Returns:
            Only one member has a constant.
        """
        return await self._send(_get())
