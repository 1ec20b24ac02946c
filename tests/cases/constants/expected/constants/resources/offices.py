"""The operations of `Offices`, under `/offices`."""

from __future__ import annotations

import builtins

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[models.Office]] = Operation(
    id="listOffices", method="GET", path="/offices", successes={200: builtins.list[models.Office]}
)


def _list() -> Request[builtins.list[models.Office]]:
    return _LIST.request()


class Offices(Resource):
    """The operations of `Offices`, under `/offices`."""

    def list(self) -> builtins.list[models.Office]:
        """List offices.

        ``GET /offices``

        Returns:
            A boolean tells what an office is.
        """
        return self._send(_list())


class AsyncOffices(AsyncResource):
    """The operations of `Offices`, under `/offices`.

    Async counterpart of `Offices`.
    """

    async def list(self) -> builtins.list[models.Office]:
        """List offices.

        ``GET /offices``

        Returns:
            A boolean tells what an office is.
        """
        return await self._send(_list())
