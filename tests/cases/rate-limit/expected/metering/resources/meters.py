"""The operations of `Meters`, under `/meters`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[None] = Operation(
    id="listMeters", method="GET", path="/meters", successes={204: None}
)


def _list() -> Request[None]:
    return _LIST.request()


class Meters(Resource):
    """The operations of `Meters`, under `/meters`."""

    def list(self) -> None:
        """List meters.

        ``GET /meters``
        """
        return self._send(_list())


class AsyncMeters(AsyncResource):
    """The operations of `Meters`, under `/meters`.

    Async counterpart of `Meters`.
    """

    async def list(self) -> None:
        """List meters.

        ``GET /meters``
        """
        return await self._send(_list())
