"""The operations of `colours`."""

from __future__ import annotations

import builtins

from msgspec import UNSET, UnsetType

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[str]] = Operation(
    id="listColours", method="GET", path="/colours", successes={200: builtins.list[str]}
)


def _list(limit: int | UnsetType) -> Request[builtins.list[str]]:
    return _LIST.request(query={"limit": limit})


_LIST_OLD_COLOURS: Operation[builtins.list[str]] = Operation(
    id="listOldColours", method="GET", path="/old-colours", successes={200: builtins.list[str]}
)


def _list_old_colours(
    page: int | UnsetType, per_page: int | UnsetType
) -> Request[builtins.list[str]]:
    return _LIST_OLD_COLOURS.request(query={"page": page, "per_page": per_page})


class Colours(Resource):
    """The operations of `colours`."""

    def list(self, *, limit: int | UnsetType = UNSET) -> builtins.list[str]:
        """List colours.

        ``GET /colours``

        Returns:
            A list that is no page, since nothing leads to another.
        """
        return self._send(_list(limit))

    def list_old_colours(
        self, *, page: int | UnsetType = UNSET, per_page: int | UnsetType = UNSET
    ) -> builtins.list[str]:
        """List old colours.

        ``GET /old-colours``

        Args:
            page: The server's default is `1`.

        Returns:
            A list whose pages its author does not want to be turned.
        """
        return self._send(_list_old_colours(page, per_page))


class AsyncColours(AsyncResource):
    """The operations of `colours`.

    Async counterpart of `Colours`.
    """

    async def list(self, *, limit: int | UnsetType = UNSET) -> builtins.list[str]:
        """List colours.

        ``GET /colours``

        Returns:
            A list that is no page, since nothing leads to another.
        """
        return await self._send(_list(limit))

    async def list_old_colours(
        self, *, page: int | UnsetType = UNSET, per_page: int | UnsetType = UNSET
    ) -> builtins.list[str]:
        """List old colours.

        ``GET /old-colours``

        Args:
            page: The server's default is `1`.

        Returns:
            A list whose pages its author does not want to be turned.
        """
        return await self._send(_list_old_colours(page, per_page))
