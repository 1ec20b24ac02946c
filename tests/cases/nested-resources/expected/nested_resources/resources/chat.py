"""Conversations with a model."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models as models_
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .chat_completions import AsyncChatCompletions, ChatCompletions
    from .chat_models import AsyncChatModels, ChatModels

_GET: Operation[models_.Completion] = Operation(
    id="getChat", method="GET", path="/chat", successes={200: models_.Completion}
)


def _get() -> Request[models_.Completion]:
    return _GET.request()


class Chat(Resource):
    """Conversations with a model."""

    @cached_property
    def completions(self) -> ChatCompletions:
        """The operations of `completions`, under `/chat/completions`."""
        from .chat_completions import ChatCompletions

        return ChatCompletions(self._client)

    @cached_property
    def models(self) -> ChatModels:
        """The operations of `models`, under `/chat/models`."""
        from .chat_models import ChatModels

        return ChatModels(self._client)

    def get(self) -> models_.Completion:
        """Get chat.

        ``GET /chat``

        Returns:
            A completion.
        """
        return self._send(_get())


class AsyncChat(AsyncResource):
    """Conversations with a model.

    Async counterpart of `Chat`.
    """

    @cached_property
    def completions(self) -> AsyncChatCompletions:
        """The operations of `completions`, under `/chat/completions`."""
        from .chat_completions import AsyncChatCompletions

        return AsyncChatCompletions(self._client)

    @cached_property
    def models(self) -> AsyncChatModels:
        """The operations of `models`, under `/chat/models`."""
        from .chat_models import AsyncChatModels

        return AsyncChatModels(self._client)

    async def get(self) -> models_.Completion:
        """Get chat.

        ``GET /chat``

        Returns:
            A completion.
        """
        return await self._send(_get())
