"""Operations that return streams, and a way to read them that is the same for sync and async."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from functools import cached_property
from typing import Any

from api import AsyncExample, Example
from msgspec import UNSET, Struct, UnsetType
from package._api import ErrorResponse
from package._runtime import AsyncResource, Resource
from package._runtime._stream import AsyncStream, Stream, StreamOperation


class Chunk(Struct, frozen=True, kw_only=True):
    """An item of a stream."""

    n: int
    note: str | UnsetType = UNSET


class Event(Struct, frozen=True, kw_only=True):
    """An event with its fields."""

    data: str
    event: str | UnsetType = UNSET
    id: str | UnsetType = UNSET
    retry: int | UnsetType = UNSET


class Told(Event, frozen=True, kw_only=True):
    """An event whose data is JSON."""

    data: Chunk  # type: ignore[assignment]


def operation(kind: Any, media_type: str = "text/event-stream", **settings: Any) -> StreamOperation[Any]:
    """An operation whose success is a stream of a media type."""
    return StreamOperation(
        **{
            "id": "listThings",
            "method": "GET",
            "path": "/v1/things",
            "successes": {200: {media_type: kind}},
            "errors": {"default": ErrorResponse},
        }
        | settings
    )


CHUNKS = operation(Chunk)
LINES = operation(Chunk, "application/x-ndjson")
RECORDS = operation(Chunk, "application/json-seq")
TEXTS = operation(str)
EVENTS = operation(Event, whole_events=True)
TOLD = operation(Told, whole_events=True)


class Feeds(Resource):
    """Streams, sync."""

    def read(self, operation: StreamOperation[Any], **arguments: Any) -> Stream[Any]:
        """Read a stream."""
        return self._send(operation.stream(operation.request(**arguments)))


class AsyncFeeds(AsyncResource):
    """Streams, async."""

    def read(self, operation: StreamOperation[Any], **arguments: Any) -> AsyncStream[Any]:
        """Read a stream."""
        return operation.async_stream(self._send, operation.request(**arguments))


class _Example(Example):
    @cached_property
    def feeds(self) -> Feeds:
        """Streams."""
        return Feeds(self)


class _AsyncExample(AsyncExample):
    @cached_property
    def feeds(self) -> AsyncFeeds:
        """Streams."""
        return AsyncFeeds(self)


class Sync:
    """Reads streams with the sync client."""

    def __init__(self, **options: Any) -> None:
        self.client: Any = _Example(**options)

    def open(self, operation: StreamOperation[Any], **arguments: Any) -> Any:
        """A stream that is open."""
        return self.client.feeds.read(operation, **arguments)

    def next(self, stream: Any) -> Any:
        """The next item."""
        return next(stream)

    def rest(self, stream: Any) -> Iterator[Any]:
        """The other items."""
        return iter(stream)

    def shut(self, stream: Any) -> None:
        """Close a stream."""
        stream.close()

    def all(self, operation: StreamOperation[Any], **arguments: Any) -> list[Any]:
        """All items, in a block."""
        with self.client.feeds.read(operation, **arguments) as stream:
            return [*stream]

    def first(self, operation: StreamOperation[Any]) -> Any:
        """The first item, after which the block is left."""
        with self.client.feeds.read(operation) as stream:
            for item in stream:
                return item
        raise LookupError

    def raw(self, operation: StreamOperation[Any]) -> Any:
        """The raw response with a stream."""
        return self.client.with_raw_response(self.client.feeds.read, operation)

    def close_client(self) -> None:
        """Close the client alone."""
        self.client.close()

    def close(self) -> None:
        """Close the client, and what runs it."""
        self.close_client()


class Async(Sync):
    """Reads streams with the async client."""

    def __init__(self, **options: Any) -> None:
        self._runner = asyncio.Runner()
        self.client = _AsyncExample(**options)

    def run(self, called: Callable[[], Awaitable[Any]]) -> Any:
        """Run something in the loop."""

        async def awaited() -> Any:
            return await called()

        return self._runner.run(awaited())

    def open(self, operation: StreamOperation[Any], **arguments: Any) -> Any:
        return self.run(lambda: self.client.feeds.read(operation, **arguments))

    def next(self, stream: Any) -> Any:
        return self.run(stream.__anext__)

    def rest(self, stream: Any) -> Iterator[Any]:
        while True:
            try:
                yield self.next(stream)
            except StopAsyncIteration:
                return

    def shut(self, stream: Any) -> None:
        self.run(stream.close)

    def all(self, operation: StreamOperation[Any], **arguments: Any) -> list[Any]:
        async def read() -> list[Any]:
            async with self.client.feeds.read(operation, **arguments) as stream:
                return [item async for item in stream]

        return self._runner.run(read())

    def first(self, operation: StreamOperation[Any]) -> Any:
        async def read() -> Any:
            async with self.client.feeds.read(operation) as stream:
                async for item in stream:
                    return item
            raise LookupError

        return self._runner.run(read())

    def raw(self, operation: StreamOperation[Any]) -> Any:
        return self.run(lambda: self.client.with_raw_response(self.client.feeds.read, operation))

    def close_client(self) -> None:
        self.run(self.client.close)

    def close(self) -> None:
        self.close_client()
        self._runner.close()
