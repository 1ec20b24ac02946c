"""The operations of `Files`, under `/files`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[None] = Operation(
    id="listFiles",
    method="GET",
    path="/files",
    successes={204: None},
    server="https://files.servers.example",
)


def _list() -> Request[None]:
    return _LIST.request()


_UPLOAD: Operation[None] = Operation(
    id="upload", method="POST", path="/files", successes={204: None}, server="/uploads/"
)


def _upload() -> Request[None]:
    return _UPLOAD.request()


class Files(Resource):
    """The operations of `Files`, under `/files`."""

    def list(self) -> None:
        """List files.

        ``GET /files``
        """
        return self._send(_list())

    def upload(self) -> None:
        """Upload.

        ``POST /files``
        """
        return self._send(_upload())


class AsyncFiles(AsyncResource):
    """The operations of `Files`, under `/files`.

    Async counterpart of `Files`.
    """

    async def list(self) -> None:
        """List files.

        ``GET /files``
        """
        return await self._send(_list())

    async def upload(self) -> None:
        """Upload.

        ``POST /files``
        """
        return await self._send(_upload())
