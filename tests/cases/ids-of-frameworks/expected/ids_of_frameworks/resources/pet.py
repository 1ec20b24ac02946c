"""The operations of `pet-controller`, under `/pets`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_FIND_ALL: Operation[None] = Operation(
    id="findAll", method="GET", path="/pets", successes={204: None}
)


def _find_all() -> Request[None]:
    return _FIND_ALL.request()


class Pet(Resource):
    """The operations of `pet-controller`, under `/pets`."""

    def find_all(self) -> None:
        """Find all.

        ``GET /pets``
        """
        return self._send(_find_all())


class AsyncPet(AsyncResource):
    """The operations of `pet-controller`, under `/pets`.

    Async counterpart of `Pet`.
    """

    async def find_all(self) -> None:
        """Find all.

        ``GET /pets``
        """
        return await self._send(_find_all())
