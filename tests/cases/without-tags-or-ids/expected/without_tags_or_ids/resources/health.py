"""The operations of `health`, under `/health`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[None] = Operation(
    id="GET /health", method="GET", path="/health", successes={204: None}
)


def _get() -> Request[None]:
    return _GET.request()


class Health(Resource):
    """The operations of `health`, under `/health`."""

    def get(self) -> None:
        """Get health.

        ``GET /health``
        """
        return self._send(_get())


class AsyncHealth(AsyncResource):
    """The operations of `health`, under `/health`.

    Async counterpart of `Health`.
    """

    async def get(self) -> None:
        """Get health.

        ``GET /health``
        """
        return await self._send(_get())
