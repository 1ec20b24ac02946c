"""The operations of `owner-controller`, under `/owners`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_FIND_ALL: Operation[None] = Operation(
    id="findAll_1", method="GET", path="/owners", successes={204: None}
)


def _find_all() -> Request[None]:
    return _FIND_ALL.request()


class Owner(Resource):
    """The operations of `owner-controller`, under `/owners`."""

    def find_all(self) -> None:
        """Find all 1.

        ``GET /owners``
        """
        return self._send(_find_all())


class AsyncOwner(AsyncResource):
    """The operations of `owner-controller`, under `/owners`.

    Async counterpart of `Owner`.
    """

    async def find_all(self) -> None:
        """Find all 1.

        ``GET /owners``
        """
        return await self._send(_find_all())
