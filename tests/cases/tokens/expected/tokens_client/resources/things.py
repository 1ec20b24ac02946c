"""The operations of `Things`."""

from __future__ import annotations

import builtins

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[str]] = Operation(
    id="listThings", method="GET", path="/things", successes={200: builtins.list[str]}
)


def _list() -> Request[builtins.list[str]]:
    return _LIST.request()


_CREATE: Operation[builtins.list[str]] = Operation(
    id="createThing",
    method="POST",
    path="/things",
    successes={200: builtins.list[str]},
    security=[["token"], ["api_key"]],
)


def _create() -> Request[builtins.list[str]]:
    return _CREATE.request()


_LIST_OPEN: Operation[builtins.list[str]] = Operation(
    id="listOpen", method="GET", path="/open", successes={200: builtins.list[str]}, security=[]
)


def _list_open() -> Request[builtins.list[str]]:
    return _LIST_OPEN.request()


class Things(Resource):
    """The operations of `Things`."""

    def list(self) -> builtins.list[str]:
        """List things.

        ``GET /things``

        Scopes: `things:read`.

        Returns:
            The things.
        """
        return self._send(_list())

    def create(self) -> builtins.list[str]:
        """Create thing.

        ``POST /things``

        Required credentials: `token`, or `api_key`. Scopes: `things:write`.

        Returns:
            The things.
        """
        return self._send(_create())

    def list_open(self) -> builtins.list[str]:
        """List open.

        ``GET /open``

        No credentials are required.

        Returns:
            The things.
        """
        return self._send(_list_open())


class AsyncThings(AsyncResource):
    """The operations of `Things`.

    Async counterpart of `Things`.
    """

    async def list(self) -> builtins.list[str]:
        """List things.

        ``GET /things``

        Scopes: `things:read`.

        Returns:
            The things.
        """
        return await self._send(_list())

    async def create(self) -> builtins.list[str]:
        """Create thing.

        ``POST /things``

        Required credentials: `token`, or `api_key`. Scopes: `things:write`.

        Returns:
            The things.
        """
        return await self._send(_create())

    async def list_open(self) -> builtins.list[str]:
        """List open.

        ``GET /open``

        No credentials are required.

        Returns:
            The things.
        """
        return await self._send(_list_open())
