"""The operations of `locks`, under `/skipped`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[None] = Operation(
    id="listLocks", method="GET", path="/skipped/{scope:path}/locks", successes={204: None}
)


def _list(scope: str) -> Request[None]:
    return _LIST.request(scope)


class Locks(Resource):
    """The operations of `locks`, under `/skipped`."""

    def list(self, scope: str) -> None:
        """List locks.

        ``GET /skipped/{scope}/locks``
        """
        return self._send(_list(scope))


class AsyncLocks(AsyncResource):
    """The operations of `locks`, under `/skipped`.

    Async counterpart of `Locks`.
    """

    async def list(self, scope: str) -> None:
        """List locks.

        ``GET /skipped/{scope}/locks``
        """
        return await self._send(_list(scope))
