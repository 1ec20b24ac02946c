"""The operations of `completions`, under `/chat/completions`."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[str]] = Operation(
    id="listPaginatedChatCompletions",
    method="GET",
    path="/chat/completions",
    successes={200: builtins.list[str]},
)


def _list() -> Request[builtins.list[str]]:
    return _LIST.request()


_CREATE: Operation[models.Completion] = Operation(
    id="createChatCompletion",
    method="POST",
    path="/chat/completions",
    successes={200: models.Completion},
    spread_body=True,
)


def _create(
    text: str, entity_tag: str | UnsetType, effort: params.ReasoningEffort | UnsetType
) -> Request[models.Completion]:
    return _CREATE.request(json=models.Completion(text=text, entity_tag=entity_tag, effort=effort))


_CANCEL: Operation[models.Completion] = Operation(
    id="CancelChatCompletionMethod",
    method="POST",
    path="/chat/completions/{id}/cancel",
    successes={200: models.Completion},
)


def _cancel(id: str) -> Request[models.Completion]:
    return _CANCEL.request(id)


class ChatCompletions(Resource):
    """The operations of `completions`, under `/chat/completions`."""

    def list(self) -> builtins.list[str]:
        """List paginated chat completions.

        ``GET /chat/completions``

        Returns:
            Texts.
        """
        return self._send(_list())

    def create(
        self,
        *,
        text: str,
        entity_tag: str | UnsetType = UNSET,
        effort: params.ReasoningEffort | UnsetType = UNSET,
    ) -> models.Completion:
        """Create chat completion.

        ``POST /chat/completions``

        Returns:
            A completion.
        """
        return self._send(_create(text, entity_tag, effort))

    def cancel(self, id: str) -> models.Completion:
        """Cancel chat completion method.

        ``POST /chat/completions/{id}/cancel``

        Returns:
            A completion.
        """
        return self._send(_cancel(id))


class AsyncChatCompletions(AsyncResource):
    """The operations of `completions`, under `/chat/completions`.

    Async counterpart of `ChatCompletions`.
    """

    async def list(self) -> builtins.list[str]:
        """List paginated chat completions.

        ``GET /chat/completions``

        Returns:
            Texts.
        """
        return await self._send(_list())

    async def create(
        self,
        *,
        text: str,
        entity_tag: str | UnsetType = UNSET,
        effort: params.ReasoningEffort | UnsetType = UNSET,
    ) -> models.Completion:
        """Create chat completion.

        ``POST /chat/completions``

        Returns:
            A completion.
        """
        return await self._send(_create(text, entity_tag, effort))

    async def cancel(self, id: str) -> models.Completion:
        """Cancel chat completion method.

        ``POST /chat/completions/{id}/cancel``

        Returns:
            A completion.
        """
        return await self._send(_cancel(id))
