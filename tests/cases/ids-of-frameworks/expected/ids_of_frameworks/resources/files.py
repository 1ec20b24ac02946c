"""The operations of `files`, under `/files`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[None] = Operation(
    id="drive.files.list", method="GET", path="/files", successes={204: None}
)


def _list() -> Request[None]:
    return _LIST.request()


class Files(Resource):
    """The operations of `files`, under `/files`."""

    def list(self) -> None:
        """Drive files list.

        ``GET /files``
        """
        return self._send(_list())


class AsyncFiles(AsyncResource):
    """The operations of `files`, under `/files`.

    Async counterpart of `Files`.
    """

    async def list(self) -> None:
        """Drive files list.

        ``GET /files``
        """
        return await self._send(_list())
