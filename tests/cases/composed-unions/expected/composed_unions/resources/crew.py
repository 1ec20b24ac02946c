"""The operations of `crew`, under `/crew`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced

if TYPE_CHECKING:
    from .. import params

_GET: Operation[models.GetCrewResponse] = Operation(
    id="getCrew", method="GET", path="/crew", successes={200: models.GetCrewResponse}
)


def _get() -> Request[models.GetCrewResponse]:
    return _GET.request()


_REPLACE: Operation[models.Staff] = Operation(
    id="replaceCrew", method="PUT", path="/crew", successes={200: models.Staff}
)


def _replace(body: params.ReplaceCrewRequest) -> Request[models.Staff]:
    return _REPLACE.request(json=coerced(body, models.ReplaceCrewRequest, "body"))


class Crew(Resource):
    """The operations of `crew`, under `/crew`."""

    def get(self) -> models.GetCrewResponse:
        """Get crew.

        ``GET /crew``

        Returns:
            Someone.
        """
        return self._send(_get())

    def replace(self, *, body: params.ReplaceCrewRequest) -> models.Staff:
        """Replace crew.

        ``PUT /crew``

        Args:
            body: Properties beside a union, of which a member is a union.

        Returns:
            The staff.
        """
        return self._send(_replace(body))


class AsyncCrew(AsyncResource):
    """The operations of `crew`, under `/crew`.

    Async counterpart of `Crew`.
    """

    async def get(self) -> models.GetCrewResponse:
        """Get crew.

        ``GET /crew``

        Returns:
            Someone.
        """
        return await self._send(_get())

    async def replace(self, *, body: params.ReplaceCrewRequest) -> models.Staff:
        """Replace crew.

        ``PUT /crew``

        Args:
            body: Properties beside a union, of which a member is a union.

        Returns:
            The staff.
        """
        return await self._send(_replace(body))
