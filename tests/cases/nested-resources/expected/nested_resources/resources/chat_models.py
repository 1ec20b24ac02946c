"""The operations of `models`, under `/chat/models`."""

from __future__ import annotations

import builtins

from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[str]] = Operation(
    id="listChatModels", method="GET", path="/chat/models", successes={200: builtins.list[str]}
)


def _list() -> Request[builtins.list[str]]:
    return _LIST.request()


class ChatModels(Resource):
    """The operations of `models`, under `/chat/models`."""

    def list(self) -> builtins.list[str]:
        """List chat models.

        ``GET /chat/models``

        Returns:
            Texts.
        """
        return self._send(_list())


class AsyncChatModels(AsyncResource):
    """The operations of `models`, under `/chat/models`.

    Async counterpart of `ChatModels`.
    """

    async def list(self) -> builtins.list[str]:
        """List chat models.

        ``GET /chat/models``

        Returns:
            Texts.
        """
        return await self._send(_list())
