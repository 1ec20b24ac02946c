"""The operations of `Files`, under `/files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._coerce import coerced
from .._runtime._multipart import File, checked, multipart_content
from .._runtime._writable import writable

if TYPE_CHECKING:
    from .. import params

_CREATE: Operation[None] = Operation(
    id="createFile", method="POST", path="/files", successes={204: None}
)


def _create(content: File, owner: params.Account) -> Request[None]:
    return _CREATE.request(
        content=multipart_content(
            "multipart/form-data",
            writable(
                checked({"content": content, "owner": coerced(owner, models.Account, "owner")})
            ),
            files=["content"],
        )
    )


class Files(Resource):
    """The operations of `Files`, under `/files`."""

    def create(self, *, content: File, owner: params.Account) -> None:
        """Create file.

        ``POST /files``
        """
        return self._send(_create(content, owner))


class AsyncFiles(AsyncResource):
    """The operations of `Files`, under `/files`.

    Async counterpart of `Files`.
    """

    async def create(self, *, content: File, owner: params.Account) -> None:
        """Create file.

        ``POST /files``
        """
        return await self._send(_create(content, owner))
