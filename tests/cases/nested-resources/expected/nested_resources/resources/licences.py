"""The operations of `Licences`, under `/x/3`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST_BY_OWNER: Operation[list[str]] = Operation(
    id="Licences_ListByOwner", method="GET", path="/x/3", successes={200: list[str]}
)


def _list_by_owner() -> Request[list[str]]:
    return _LIST_BY_OWNER.request()


class Licences(Resource):
    """The operations of `Licences`, under `/x/3`."""

    def list_by_owner(self) -> list[str]:
        """Licences list by owner.

        ``GET /x/3``

        Returns:
            Texts.
        """
        return self._send(_list_by_owner())


class AsyncLicences(AsyncResource):
    """The operations of `Licences`, under `/x/3`.

    Async counterpart of `Licences`.
    """

    async def list_by_owner(self) -> list[str]:
        """Licences list by owner.

        ``GET /x/3``

        Returns:
            Texts.
        """
        return await self._send(_list_by_owner())
