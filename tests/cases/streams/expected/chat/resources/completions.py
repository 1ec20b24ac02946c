"""The operations of `completions`, under `/completions`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, Literal, overload

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._stream import AsyncStream, Stream, StreamOperation

_CREATE: Operation[models.Completion] = Operation(
    id="createCompletion",
    method="POST",
    path="/completions",
    successes={200: models.Completion},
    errors={"default": models.Problem},
    spread_body=True,
)

_CREATE__STREAM: StreamOperation[models.Part] = StreamOperation(
    id="createCompletion",
    method="POST",
    path="/completions",
    successes={200: {"text/event-stream": models.Part}},
    errors={"default": models.Problem},
    spread_body=True,
)


def _create(prompt: str, stream: bool | None | UnsetType) -> Request[models.Completion]:
    return _CREATE.request(json=models.CreateCompletionRequest(prompt=prompt, stream=stream))


class Completions(Resource):
    """The operations of `completions`, under `/completions`."""

    @overload
    def create(self, *, prompt: str, stream: Literal[True]) -> Stream[models.Part]: ...
    @overload
    def create(
        self, *, prompt: str, stream: Literal[False] | UnsetType | None = UNSET
    ) -> models.Completion: ...
    def create(
        self, *, prompt: str, stream: bool | None | UnsetType = UNSET
    ) -> Stream[models.Part] | models.Completion:
        """Create completion.

        ``POST /completions``

        Args:
            stream: Whether to answer in parts. The server's default is `false`.

        Returns:
            The answer. A stream of items with `stream=True`: use it in a `with` block.
        """
        if stream is True:
            return self._send(_CREATE__STREAM.stream(_create(prompt, stream)))
        return self._send(_create(prompt, stream))


class AsyncCompletions(AsyncResource):
    """The operations of `completions`, under `/completions`.

    Async counterpart of `Completions`.
    """

    @overload
    def create(self, *, prompt: str, stream: Literal[True]) -> AsyncStream[models.Part]: ...
    @overload
    async def create(
        self, *, prompt: str, stream: Literal[False] | UnsetType | None = UNSET
    ) -> models.Completion: ...
    def create(
        self, *, prompt: str, stream: bool | None | UnsetType = UNSET
    ) -> AsyncStream[models.Part] | Coroutine[Any, Any, models.Completion]:
        """Create completion.

        ``POST /completions``

        Args:
            stream: Whether to answer in parts. The server's default is `false`.

        Returns:
            The answer. A stream of items with `stream=True`: use it in a `with` block.
        """
        if stream is True:
            return _CREATE__STREAM.async_stream(self._send, _create(prompt, stream))
        return self._send(_create(prompt, stream))
