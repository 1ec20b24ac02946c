"""The operations of `token`, under `/token`."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._form import form_content

_GET: Operation[None] = Operation(
    id="get_token_token_post", method="POST", path="/token", successes={204: None}
)


def _get(username: str) -> Request[None]:
    return _GET.request(content=form_content(models.GetTokenRequest(username=username)))


class Token(Resource):
    """The operations of `token`, under `/token`."""

    def get(self, *, username: str) -> None:
        """Get token token post.

        ``POST /token``
        """
        return self._send(_get(username))


class AsyncToken(AsyncResource):
    """The operations of `token`, under `/token`.

    Async counterpart of `Token`.
    """

    async def get(self, *, username: str) -> None:
        """Get token token post.

        ``POST /token``
        """
        return await self._send(_get(username))
