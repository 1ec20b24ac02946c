"""The operations of `threads`, under `/threads`."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, Literal, overload

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._deprecated import deprecated
from .._runtime._stream import AsyncStream, Stream, StreamOperation

_RUN: Operation[models.Completion] = Operation(
    id="runThread",
    method="POST",
    path="/threads/{thread_id}/run",
    successes={200: models.Completion},
    errors={"default": models.Problem},
)

_RUN__STREAM: StreamOperation[models.ThreadEvent] = StreamOperation(
    id="runThread",
    method="POST",
    path="/threads/{thread_id}/run",
    successes={200: {"text/event-stream": models.ThreadEvent}},
    whole_events=True,
    errors={"default": models.Problem},
)


def _run(thread_id: str, stream: bool | UnsetType) -> Request[models.Completion]:
    return _RUN.request(thread_id, query={"stream": stream})


_READ_LOG: StreamOperation[models.Part] = StreamOperation(
    id="readLog",
    method="GET",
    path="/threads/{thread_id}/log",
    successes={200: {"application/x-ndjson": models.Part}, 204: None},
)


def _read_log(thread_id: str) -> Request[models.Part]:
    return _READ_LOG.request(thread_id)


_LIST_WORDS: StreamOperation[str] = StreamOperation(
    id="readWords",
    method="GET",
    path="/threads/{thread_id}/words",
    successes={200: {"text/event-stream": str}},
)


def _list_words(thread_id: str) -> Request[str]:
    return _LIST_WORDS.request(thread_id)


_WATCH_CHANGES: StreamOperation[models.Change] = StreamOperation(
    id="watchChanges",
    method="GET",
    path="/threads/{thread_id}/changes",
    successes={200: {"text/event-stream": models.Change}},
)


def _watch_changes(thread_id: str) -> Request[models.Change]:
    return _WATCH_CHANGES.request(thread_id)


class Threads(Resource):
    """The operations of `threads`, under `/threads`."""

    @overload
    @deprecated("POST /threads/{threadId}/run is deprecated")
    def run(
        self, thread_id: str, *, stream: Literal[True] | UnsetType = UNSET
    ) -> Stream[models.ThreadEvent]: ...
    @overload
    @deprecated("POST /threads/{threadId}/run is deprecated")
    def run(self, thread_id: str, *, stream: Literal[False]) -> models.Completion: ...
    @deprecated("POST /threads/{threadId}/run is deprecated")
    def run(
        self, thread_id: str, *, stream: bool | UnsetType = UNSET
    ) -> Stream[models.ThreadEvent] | models.Completion:
        """Deprecated.

        Run thread.

        ``POST /threads/{threadId}/run``

        Args:
            stream: The server's default is `true`.

        Returns:
            The thread. A stream of items unless `stream=False`: use it in a `with` block.
        """
        if stream is not False:
            return self._send(_RUN__STREAM.stream(_run(thread_id, stream)))
        return self._send(_run(thread_id, stream))

    def read_log(self, thread_id: str) -> Stream[models.Part]:
        """Read log.

        ``GET /threads/{threadId}/log``

        Returns:
            The log. Or: There is none. The items, each when it arrives: use it in a `with`
            block.
        """
        return self._send(_READ_LOG.stream(_read_log(thread_id)))

    def list_words(self, thread_id: str) -> Stream[str]:
        """Read words.

        ``GET /threads/{threadId}/words``

        Returns:
            The words. The items, each when it arrives: use it in a `with` block.
        """
        return self._send(_LIST_WORDS.stream(_list_words(thread_id)))

    def watch_changes(self, thread_id: str) -> Stream[models.Change]:
        """Watch changes.

        ``GET /threads/{threadId}/changes``

        Returns:
            The changes. The items, each when it arrives: use it in a `with` block.
        """
        return self._send(_WATCH_CHANGES.stream(_watch_changes(thread_id)))


class AsyncThreads(AsyncResource):
    """The operations of `threads`, under `/threads`.

    Async counterpart of `Threads`.
    """

    @overload
    @deprecated("POST /threads/{threadId}/run is deprecated")
    def run(
        self, thread_id: str, *, stream: Literal[True] | UnsetType = UNSET
    ) -> AsyncStream[models.ThreadEvent]: ...
    @overload
    @deprecated("POST /threads/{threadId}/run is deprecated")
    async def run(self, thread_id: str, *, stream: Literal[False]) -> models.Completion: ...
    @deprecated("POST /threads/{threadId}/run is deprecated")
    def run(
        self, thread_id: str, *, stream: bool | UnsetType = UNSET
    ) -> AsyncStream[models.ThreadEvent] | Coroutine[Any, Any, models.Completion]:
        """Deprecated.

        Run thread.

        ``POST /threads/{threadId}/run``

        Args:
            stream: The server's default is `true`.

        Returns:
            The thread. A stream of items unless `stream=False`: use it in a `with` block.
        """
        if stream is not False:
            return _RUN__STREAM.async_stream(self._send, _run(thread_id, stream))
        return self._send(_run(thread_id, stream))

    def read_log(self, thread_id: str) -> AsyncStream[models.Part]:
        """Read log.

        ``GET /threads/{threadId}/log``

        Returns:
            The log. Or: There is none. The items, each when it arrives: use it in a `with`
            block.
        """
        return _READ_LOG.async_stream(self._send, _read_log(thread_id))

    def list_words(self, thread_id: str) -> AsyncStream[str]:
        """Read words.

        ``GET /threads/{threadId}/words``

        Returns:
            The words. The items, each when it arrives: use it in a `with` block.
        """
        return _LIST_WORDS.async_stream(self._send, _list_words(thread_id))

    def watch_changes(self, thread_id: str) -> AsyncStream[models.Change]:
        """Watch changes.

        ``GET /threads/{threadId}/changes``

        Returns:
            The changes. The items, each when it arrives: use it in a `with` block.
        """
        return _WATCH_CHANGES.async_stream(self._send, _watch_changes(thread_id))
