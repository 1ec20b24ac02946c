"""The operations of `cats`, under `/cats`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_FIND_ALL: Operation[None] = Operation(
    id="CatsController_findAll", method="GET", path="/cats", successes={204: None}
)


def _find_all() -> Request[None]:
    return _FIND_ALL.request()


class Cats(Resource):
    """The operations of `cats`, under `/cats`."""

    def find_all(self) -> None:
        """Cats controller find all.

        ``GET /cats``
        """
        return self._send(_find_all())


class AsyncCats(AsyncResource):
    """The operations of `cats`, under `/cats`.

    Async counterpart of `Cats`.
    """

    async def find_all(self) -> None:
        """Cats controller find all.

        ``GET /cats``
        """
        return await self._send(_find_all())
