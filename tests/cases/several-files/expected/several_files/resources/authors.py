"""Who wrote it."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Author] = Operation(
    id="getAuthor",
    method="GET",
    path="/authors/{name}",
    successes={200: models.Author},
    errors={404: models.ErrorsError, 409: models.AuthorsError},
)


def _get(name: str) -> Request[models.Author]:
    return _GET.request(name)


class Authors(Resource):
    """Who wrote it."""

    def get(self, name: str) -> models.Author:
        """Get author.

        ``GET /authors/{name}``

        Returns:
            The author.

        Raises:
            NotFoundError: There is no such thing.
            ConflictError: There are several.
        """
        return self._send(_get(name))


class AsyncAuthors(AsyncResource):
    """Who wrote it.

    Async counterpart of `Authors`.
    """

    async def get(self, name: str) -> models.Author:
        """Get author.

        ``GET /authors/{name}``

        Returns:
            The author.

        Raises:
            NotFoundError: There is no such thing.
            ConflictError: There are several.
        """
        return await self._send(_get(name))
