"""The operations of `Members`, under `/members`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._writable import writable

if TYPE_CHECKING:
    from .. import params

_REPLACE_MEMBERS: Operation[None] = Operation(
    id="replaceMembers", method="PUT", path="/members", successes={204: None}
)


def _replace_members(body: Sequence[params.Account]) -> Request[None]:
    return _REPLACE_MEMBERS.request(json=writable(coerced(body, list[models.Account], "body")))


class Members(Resource):
    """The operations of `Members`, under `/members`."""

    def replace_members(self, *, body: Sequence[params.Account]) -> None:
        """Replace members.

        ``PUT /members``
        """
        return self._send(_replace_members(body))


class AsyncMembers(AsyncResource):
    """The operations of `Members`, under `/members`.

    Async counterpart of `Members`.
    """

    async def replace_members(self, *, body: Sequence[params.Account]) -> None:
        """Replace members.

        ``PUT /members``
        """
        return await self._send(_replace_members(body))
