"""The operations of `login`, under `/login`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_LOGIN_ACCESS_TOKEN: Operation[None] = Operation(
    id="loginAccessTokenLoginPost", method="POST", path="/login", successes={204: None}
)


def _login_access_token() -> Request[None]:
    return _LOGIN_ACCESS_TOKEN.request()


class Login(Resource):
    """The operations of `login`, under `/login`."""

    def login_access_token(self) -> None:
        """Login access token login post.

        ``POST /login``
        """
        return self._send(_login_access_token())


class AsyncLogin(AsyncResource):
    """The operations of `login`, under `/login`.

    Async counterpart of `Login`.
    """

    async def login_access_token(self) -> None:
        """Login access token login post.

        ``POST /login``
        """
        return await self._send(_login_access_token())
