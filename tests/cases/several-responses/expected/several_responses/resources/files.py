"""The operations of `Files`, under `/files`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.File | None] = Operation(
    id="getFile",
    method="GET",
    path="/files/{name}",
    successes={200: models.File, 204: None},
    errors={404: None},
)


def _get(name: str) -> Request[models.File | None]:
    return _GET.request(name)


_REPLACE: Operation[models.File] = Operation(
    id="replaceFile",
    method="PUT",
    path="/files/{name}",
    successes={200: models.File, 201: models.File},
    errors={404: models.Missing, "4XX": models.Problem, "default": models.Problem},
)


def _replace(name: str) -> Request[models.File]:
    return _REPLACE.request(name)


_DELETE: Operation[None] = Operation(
    id="deleteFile", method="DELETE", path="/files/{name}", successes={204: None}
)


def _delete(name: str) -> Request[None]:
    return _DELETE.request(name)


class Files(Resource):
    """The operations of `Files`, under `/files`."""

    def get(self, name: str) -> models.File | None:
        """Get file.

        ``GET /files/{name}``

        Returns:
            The file. Or: It is empty.

        Raises:
            NotFoundError: No such file.
        """
        return self._send(_get(name))

    def replace(self, name: str) -> models.File:
        """Replace file.

        ``PUT /files/{name}``

        Returns:
            It was replaced. Or: It was created.

        Raises:
            NotFoundError: No such folder.
            APIStatusError: 4XX: Your mistake. default: Our mistake.
        """
        return self._send(_replace(name))

    def delete(self, name: str) -> None:
        """Delete file.

        ``DELETE /files/{name}``
        """
        return self._send(_delete(name))


class AsyncFiles(AsyncResource):
    """The operations of `Files`, under `/files`.

    Async counterpart of `Files`.
    """

    async def get(self, name: str) -> models.File | None:
        """Get file.

        ``GET /files/{name}``

        Returns:
            The file. Or: It is empty.

        Raises:
            NotFoundError: No such file.
        """
        return await self._send(_get(name))

    async def replace(self, name: str) -> models.File:
        """Replace file.

        ``PUT /files/{name}``

        Returns:
            It was replaced. Or: It was created.

        Raises:
            NotFoundError: No such folder.
            APIStatusError: 4XX: Your mistake. default: Our mistake.
        """
        return await self._send(_replace(name))

    async def delete(self, name: str) -> None:
        """Delete file.

        ``DELETE /files/{name}``
        """
        return await self._send(_delete(name))
