"""Streams of items that are delivered when they arrive, sync and async.

A request is repeated as usual until the response begins, and never after that: the caller has used
the items, and only the caller knows how to go on.
"""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Callable,
    Generator,
    Iterable,
    Iterator,
)
from types import AsyncGeneratorType, TracebackType
from typing import Any, ClassVar, Generic, Never, Self, TypeVar, cast

import httpx2
from msgspec import field

from ._body import has_leftovers
from ._failures import BROKEN
from ._operation import Operation, Request
from ._response import Response
from ._stream_items import Terms
from ._stream_reading import Reading, async_pieces, contents, wake

T = TypeVar("T")
S = TypeVar("S")


class StreamOperation(Operation[T], frozen=True, kw_only=True):
    """An operation whose responses are streams of items `T`.

    The values of `successes` are mappings from media types to the types of the items.
    """

    whole_events: bool = False
    """Whether the type of an item describes the fields of an event, such as `event` and `data`.
    Otherwise it is the type of the data."""

    def stream(self, request: Request[Any]) -> Request[Stream[T]]:
        """The request for a stream, sync."""
        return _StreamRequest(
            cast("Operation[Stream[T]]", self),
            request.target,
            request.headers,
            request.content,
            Stream[T],
        )

    def async_stream(
        self, send: Callable[[Request[AsyncStream[T]]], Any], request: Request[Any]
    ) -> AsyncStream[T]:
        """A stream that sends its request when it is opened."""
        following = _StreamRequest(
            cast("Operation[AsyncStream[T]]", self),
            request.target,
            request.headers,
            request.content,
            AsyncStream[T],
        )
        return AsyncStream[T](None, lambda: send(following))


class _StreamRequest(Request[S], frozen=True):
    """The request for a stream."""

    kind: Callable[..., S]
    opened: list[httpx2.Response] = field(default_factory=list[httpx2.Response])

    is_kept_open: ClassVar[bool] = True

    def keep(self, response: httpx2.Response, call: object) -> None:
        """Keep a success, which the stream reads."""
        del call
        self.opened.append(response)

    def result(self, value: object, response: Response, client: object) -> S:
        del client
        operation = cast("StreamOperation[Any]", self.operation)
        terms = Terms(*cast("tuple[Any, ...]", value))
        whole = operation.whole_events
        reading = Reading[Any](operation, self.opened.pop(), response, terms, whole_events=whole)
        return self.kind(reading)


class _Opening(Generic[T]):
    """What a stream reads, and the request that leads to it.

    The generator of the items refers to this and not to the stream, which has the generator.
    Otherwise a stream that is left without a block would not be closed before garbage collection.
    """

    def __init__(self, reading: Reading[T] | None, sending: Callable[[], Any] | None) -> None:
        self.reading = reading
        self._sending = sending

    def known(self) -> Reading[T]:
        """What is read.

        Raises:
            RuntimeError: The request was not sent.
        """
        if self.reading is None:
            raise RuntimeError("the stream is not open: use `async with`, or await the call")
        return self.reading

    async def other(self) -> object | None:
        """Send the request, unless that was done. Return the result if it is not a stream.

        Raises:
            APIResponseError: The response is not a stream of the documented kind.
        """
        if self.reading is None and self._sending is not None:
            sent: object = await self._sending()
            if not isinstance(sent, AsyncStream):  # the raw response, where that is asked for
                return sent
            self.reading = cast(
                "_Opening[T]", vars(cast("AsyncStream[T]", sent))["_opening"]
            ).known()
            if self.reading.fault is not None:
                await self.reading.opened.aclose()
                raise self.reading.fault
        return None


class _Stream(Generic[T]):
    """The common part of `Stream` and `AsyncStream`."""

    _opening: _Opening[T]

    def _known(self) -> Reading[T]:
        return self._opening.known()

    @property
    def status_code(self) -> int:
        """The status of the response."""
        return self._known().response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The headers of the response."""
        return self._known().response.headers

    @property
    def request_id(self) -> str | None:
        """The id that the server gave the request."""
        return self._known().response.request_id

    @property
    def last_event_id(self) -> str:
        """The id of the last event that had one, for the header `Last-Event-ID` of another call."""
        reading = self._opening.reading
        return "" if reading is None else reading.last_id

    @property
    def retry(self) -> int | None:
        """The milliseconds to wait before another call, if the server says so."""
        reading = self._opening.reading
        return None if reading is None else reading.retry

    def __repr__(self) -> str:
        reading = self._opening.reading
        of = "not open" if reading is None else f"of {reading.response.operation}"
        return f"<{type(self).__name__} {of}>"

    def __reduce__(self) -> Never:
        raise TypeError("a stream has a connection and cannot be pickled or copied")


class Stream(_Stream[T], Iterable[T]):
    """The items `T` of a response, each when it arrives. Use it in a `with` block, which closes it.

    It is read once, by one thread. An error ends it, and so does `close()` in another thread.
    """

    def __init__(self, reading: Reading[T]) -> None:
        self._opening = _Opening(reading, None)
        if reading.fault is not None:
            reading.opened.close()
            raise reading.fault
        self._items = _items(reading)

    def __iter__(self) -> Iterator[T]:
        return self._items

    def __next__(self) -> T:
        return next(self._items)

    def close(self) -> None:
        """Close the connection of the stream. More than once is allowed.

        In another thread than the one that reads, it ends the iteration there.
        """
        reading = self._known()
        try:
            self._items.close()
        except ValueError:  # another thread is reading, and closes the response
            reading.is_stopped = True
            wake(reading.own_connection())
        else:
            reading.opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncStream(_Stream[T], AsyncIterable[T]):
    """The items `T` of a response, each when it arrives. Use it in an `async with` block.

    The request is sent at the beginning of the block, when the call is awaited, or when the first
    item is asked for. It is read once, by one task. An error ends it.
    """

    def __init__(
        self, reading: Reading[T] | None, sending: Callable[[], Any] | None = None
    ) -> None:
        self._opening = _Opening(reading, sending)
        self._items = _async_items(self._opening)

    def __await__(self) -> Generator[Any, Any, AsyncStream[T]]:
        return self._opened().__await__()

    def __aiter__(self) -> AsyncIterator[T]:
        return self._items

    async def __anext__(self) -> T:
        return await anext(self._items)

    async def close(self) -> None:
        """Close the connection of the stream. More than once is allowed.

        In another task than the one that reads, it ends the iteration there.
        """
        if (reading := self._opening.reading) is None:
            return
        if cast("AsyncGeneratorType[T]", self._items).ag_running:
            # Another task is reading, and closes the response.
            reading.is_stopped = True
            if (connection := reading.own_connection()) is not None:
                await connection.aclose()
            return
        await self._items.aclose()
        await reading.opened.aclose()

    async def __aenter__(self) -> Self:
        await self._opened()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _opened(self) -> AsyncStream[T]:
        other = await self._opening.other()
        return self if other is None else cast("AsyncStream[T]", other)


async def _async_items(opening: _Opening[T]) -> AsyncGenerator[T]:
    await opening.other()
    reading = opening.known()
    opened = reading.opened
    arriving = async_pieces(reading)
    try:
        reading.waits()
        while True:
            try:
                piece = await anext(arriving)
            except StopAsyncIteration:
                break
            except BROKEN as error:
                reading.interrupt(error)
                return
            for content in reading.decompression.of(piece):
                for item in reading.items(content):
                    yield item
                if reading.has_ended():
                    return
        for item in reading.rest():
            yield item
        if has_leftovers(opened):
            await opened.extensions["network_stream"].aclose()
    finally:
        if isinstance(arriving, AsyncGenerator):
            await arriving.aclose()
        await opened.aclose()


def _items(reading: Reading[T]) -> Generator[T]:
    opened = reading.opened
    try:
        reading.waits()
        for content in contents(reading):
            yield from reading.items(content)
            if reading.has_ended():
                return
        yield from reading.rest()
        if has_leftovers(opened):
            opened.extensions["network_stream"].close()
    finally:
        opened.close()
