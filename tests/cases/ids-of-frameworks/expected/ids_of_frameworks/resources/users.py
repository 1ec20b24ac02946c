"""The operations of `users`, under `/users`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[str]] = Operation(
    id="list_users_users__get", method="GET", path="/users/", successes={200: builtins.list[str]}
)


def _list(order: params.SortOrder | UnsetType) -> Request[builtins.list[str]]:
    return _LIST.request(query={"order": order})


_CREATE: Operation[None] = Operation(
    id="create_user_users__post", method="POST", path="/users/", successes={204: None}
)


def _create() -> Request[None]:
    return _CREATE.request()


_GET: Operation[None] = Operation(
    id="get_user_users__user_id__get", method="GET", path="/users/{user_id}", successes={204: None}
)


def _get(user_id: str) -> Request[None]:
    return _GET.request(user_id)


_DELETE: Operation[None] = Operation(
    id="delete_user_users__user_id__delete",
    method="DELETE",
    path="/users/{user_id}",
    successes={204: None},
)


def _delete(user_id: str) -> Request[None]:
    return _DELETE.request(user_id)


class Users(Resource):
    """The operations of `users`, under `/users`."""

    def list(self, *, order: params.SortOrder | UnsetType = UNSET) -> builtins.list[str]:
        """List users users get.

        ``GET /users/``

        Returns:
            All.
        """
        return self._send(_list(order))

    def create(self) -> None:
        """Create user users post.

        ``POST /users/``
        """
        return self._send(_create())

    def get(self, user_id: str) -> None:
        """Get user users user id get.

        ``GET /users/{user_id}``
        """
        return self._send(_get(user_id))

    def delete(self, user_id: str) -> None:
        """Delete user users user id delete.

        ``DELETE /users/{user_id}``
        """
        return self._send(_delete(user_id))


class AsyncUsers(AsyncResource):
    """The operations of `users`, under `/users`.

    Async counterpart of `Users`.
    """

    async def list(self, *, order: params.SortOrder | UnsetType = UNSET) -> builtins.list[str]:
        """List users users get.

        ``GET /users/``

        Returns:
            All.
        """
        return await self._send(_list(order))

    async def create(self) -> None:
        """Create user users post.

        ``POST /users/``
        """
        return await self._send(_create())

    async def get(self, user_id: str) -> None:
        """Get user users user id get.

        ``GET /users/{user_id}``
        """
        return await self._send(_get(user_id))

    async def delete(self, user_id: str) -> None:
        """Delete user users user id delete.

        ``DELETE /users/{user_id}``
        """
        return await self._send(_delete(user_id))
