"""The operations of `Things`, under `/things`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[None] = Operation(
    id="listThings", method="GET", path="/things", successes={204: None}
)


def _list() -> Request[None]:
    return _LIST.request()


class Things(Resource):
    """The operations of `Things`, under `/things`."""

    def list(self) -> None:
        """List things.

        ``GET /things``
        """
        return self._send(_list())


class AsyncThings(AsyncResource):
    """The operations of `Things`, under `/things`.

    Async counterpart of `Things`.
    """

    async def list(self) -> None:
        """List things.

        ``GET /things``
        """
        return await self._send(_list())
