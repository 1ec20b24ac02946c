"""The operations of `Messages`, under `/messages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_GET: Operation[models.Message] = Operation(
    id="getMessage", method="GET", path="/messages", successes={200: models.Message}
)


def _get() -> Request[models.Message]:
    return _GET.request()


_CREATE: Operation[None] = Operation(
    id="createMessage",
    method="POST",
    path="/messages",
    successes={204: None},
    spread_body=True,
    required=("api",),
)


def _create(
    content: str,
    role: params.MessageRole,
    version: params.MessageVersion,
    final: bool,
    parent: None,
    archived: bool | UnsetType,
    api: params.MessageAPI,
) -> Request[None]:
    return _CREATE.request(
        query={"api": api},
        json=models.Message(
            role=role,
            content=content,
            version=version,
            final=final,
            parent=parent,
            archived=archived,
        ),
    )


class Messages(Resource):
    """The operations of `Messages`, under `/messages`."""

    def get(self) -> models.Message:
        """Get message.

        ``GET /messages``

        Returns:
            Constants that nothing depends on.
        """
        return self._send(_get())

    def create(
        self,
        *,
        content: str,
        role: params.MessageRole = models.MessageRole.USER,
        version: params.MessageVersion = models.MessageVersion.VALUE_2,
        final: bool = True,
        parent: None = None,
        archived: bool | UnsetType = UNSET,
        api: params.MessageAPI = models.MessageAPI.V1,
    ) -> None:
        """Create message.

        ``POST /messages``
        """
        return self._send(_create(content, role, version, final, parent, archived, api))


class AsyncMessages(AsyncResource):
    """The operations of `Messages`, under `/messages`.

    Async counterpart of `Messages`.
    """

    async def get(self) -> models.Message:
        """Get message.

        ``GET /messages``

        Returns:
            Constants that nothing depends on.
        """
        return await self._send(_get())

    async def create(
        self,
        *,
        content: str,
        role: params.MessageRole = models.MessageRole.USER,
        version: params.MessageVersion = models.MessageVersion.VALUE_2,
        final: bool = True,
        parent: None = None,
        archived: bool | UnsetType = UNSET,
        api: params.MessageAPI = models.MessageAPI.V1,
    ) -> None:
        """Create message.

        ``POST /messages``
        """
        return await self._send(_create(content, role, version, final, parent, archived, api))
