"""The operations of `Tools`, under `/tools`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.AnyTool] = Operation(
    id="getTool", method="GET", path="/tools", successes={200: models.AnyTool}
)


def _get() -> Request[models.AnyTool]:
    return _GET.request()


class Tools(Resource):
    """The operations of `Tools`, under `/tools`."""

    def get(self) -> models.AnyTool:
        """Get tool.

        ``GET /tools``

        Returns:
            A tool; its kinds are listed where all of them have the key.
        """
        return self._send(_get())


class AsyncTools(AsyncResource):
    """The operations of `Tools`, under `/tools`.

    Async counterpart of `Tools`.
    """

    async def get(self) -> models.AnyTool:
        """Get tool.

        ``GET /tools``

        Returns:
            A tool; its kinds are listed where all of them have the key.
        """
        return await self._send(_get())
