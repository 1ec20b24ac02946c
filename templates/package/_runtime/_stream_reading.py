"""How a stream is read: the received data, the time to wait, and the errors of interruptions."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator, Mapping
from contextlib import suppress
from socket import SHUT_RDWR, socket
from time import monotonic
from typing import Any, Generic, TypeVar, cast

import httpx2

from ..errors import APIConnectionError, APIError, APIResponseError, APITimeoutError
from ._deadline import DeadlinePassed, Until
from ._decompressed import codings_of
from ._decompression import Decompression
from ._drift import Deviation
from ._failures import BROKEN, failed
from ._operation import Operation, without_parameters
from ._raising import about, incomplete
from ._reading import documented, fitting
from ._response import Response
from ._stream_items import Items, Terms
from ._stream_parts import is_cut_alike

T = TypeVar("T")


class Reading(Generic[T]):
    """The state of one stream between its pieces."""

    def __init__(
        self,
        operation: Operation[Any],
        opened: httpx2.Response,
        response: Response,
        terms: Terms,
        *,
        whole_events: bool,
    ) -> None:
        self.opened = opened
        self.response = response
        self.fault: APIError | None = None
        """Why nothing of it can be read."""
        self._terms = terms
        self._deadline = terms.settings.deadline
        self._since = monotonic()
        self._items: Items[T] | None = None
        self._count = 0
        """How many items were delivered before the deadline began."""
        self.decompression = Decompression((), response)
        self.is_stopped = False
        """Whether it was closed elsewhere while it was read."""
        self._begin(operation, whole_events=whole_events)

    def _begin(self, operation: Operation[Any], *, whole_events: bool) -> None:
        key = documented(operation.successes, self.response.status_code)
        others = next(iter(operation.successes.values()), None)
        found = others if key is None else operation.successes[key]
        if found is None:  # no content
            return
        by_type = cast("Mapping[str, Any]", found)
        said = self.opened.headers.get("content-type", "")
        media_type = without_parameters(said)
        name = fitting(by_type, media_type, said)
        if name is None and not self._terms.is_strict:
            name = next((one for one in by_type if is_cut_alike(one, media_type)), None)
            if name is not None:
                self._terms.log.deviations(
                    f"{self.response.operation}: {self.response.status_code}",
                    [Deviation(kind="wrong_type", pointer="", where="$", expected=name)],
                )
        if name is None:
            expected = ", ".join(by_type)
            shown = self.response.shown(said) or "of no media type"
            text = about(self.response, f"{self.response.status_code} is {shown}, not {expected}")
            self.fault = APIResponseError(
                text, expected=expected, got=said or None, **self.response.given()
            )
            return
        if not self.opened.is_stream_consumed:  # by a hook, which decompresses
            try:
                codings = codings_of(self.opened.headers)
                self.decompression = Decompression(codings, self.response)
            except APIResponseError as error:
                self.fault = error
                return
        kind = (name, by_type[name])
        self._items = Items(operation, kind, self.response, self._terms, whole=whole_events)
        timeouts = self.opened.request.extensions.get("timeout")
        if timeouts is not None:  # httpx2 looks there when the first piece is read
            shorter = [
                s for s in (self._terms.settings.timeout.read, self._deadline) if s is not None
            ]
            timeouts["read"] = Until(min(shorter), self.left) if shorter else None

    @property
    def is_done(self) -> bool:
        """Whether nothing follows: the server said so, or it was closed."""
        return self.is_stopped or (self._items is not None and self._items.is_done)

    def has_ended(self) -> bool:
        """Whether nothing follows the items that were delivered.

        Raises:
            APIResponseError: The next one is too large.
        """
        if self._items is not None and self._items.parts.is_exceeded:
            what = f"has an item of more than {self._terms.limit} bytes (max_response_size)"
            raise incomplete(self.response, what)
        return self.is_done

    @property
    def last_id(self) -> str:
        """The id of the last event that had one."""
        return "" if self._items is None else self._items.last_id

    @property
    def retry(self) -> int | None:
        """The last time to wait that an event had, in milliseconds."""
        return None if self._items is None else self._items.retry

    def own_connection(self) -> Any:
        """The connection, if no other response needs it; None if that is not known."""
        # A connection of HTTP/2 is shared.
        extensions = self.opened.extensions
        return None if "stream_id" in extensions else extensions.get("network_stream")

    def left(self) -> float | None:
        """Seconds in which the next item must arrive; none where the client was closed.

        This is asked before each read of the connection. The caller has asked for the next item
        just before that, so its deadline begins here.
        """
        if self._terms.is_closed():
            return 0.0
        if self._deadline is None:
            return None
        if self._items is not None and self._items.count != self._count:
            self._count = self._items.count
            self.waits()
        return max(0.0, self._deadline - (monotonic() - self._since))

    def waits(self) -> None:
        """Count the deadline from now, because the caller asks for the next item."""
        self._since = monotonic()

    def check(self) -> None:
        """Check that there is time for another piece.

        Raises:
            DeadlinePassed: There is none. A server that sends comments or single bytes does not
                exceed the timeout of any read.
        """
        if self.left() == 0.0:
            raise DeadlinePassed

    def items(self, content: bytes) -> Iterable[T]:
        """The items that end in decompressed content. After them, call `has_ended`.

        Raises:
            APIError: An item cannot be decoded, or is an error.
        """
        return () if self._items is None else self._items.of(content)

    def rest(self) -> Iterable[T]:
        """The item that ends with the body.

        Raises:
            APIError: The body is not complete, or as `items`.
        """
        if self._items is None or self.is_done:
            return ()
        self.decompression.end()
        return self._items.rest()

    def interrupt(self, error: Exception) -> None:
        """End the stream. Nothing is sent again: the caller has used the items.

        Raises:
            APIConnectionError: It was not closed by the caller.
        """
        if not self.is_stopped:
            raise self._interrupted(error) from error

    def _interrupted(self, error: Exception) -> APIConnectionError:
        reason = failed(error)
        kind: type[APIConnectionError] = APIConnectionError
        what = self.response.shown(str(reason)) or type(reason).__name__
        if self._terms.is_closed():
            what = "the client was closed"
        elif isinstance(reason, httpx2.TimeoutException | TimeoutError):
            kind, what = APITimeoutError, "waiting for the next item timed out"
            if self.left() == 0.0:
                what = f"the deadline of {self._deadline:g} s for the next item passed"
        count = 0 if self._items is None else self._items.count
        after = f"{count} item{'s' * (count != 1)}"
        text = about(self.response, f"the stream was interrupted after {after}: {what}")
        response = self.response
        return kind(
            text,
            operation=response.operation,
            method=response.method,
            path=response.path,
            attempts=response.attempts,
        )


def contents(reading: Reading[Any]) -> Iterator[bytes]:
    """The decompressed pieces of the body."""
    if not reading.decompression.is_needed:
        yield from _pieces(reading)
        return
    for piece in _pieces(reading):
        yield from reading.decompression.of(piece)


def _pieces(reading: Reading[Any]) -> Iterator[bytes]:
    """The pieces of the body. Only what reading them raises is an interruption."""
    opened = reading.opened
    if opened.is_stream_consumed:
        yield opened.content
        return
    stream = cast("httpx2.SyncByteStream", opened.stream)
    try:
        if _ends_in_time(opened):
            yield from stream
            return
        reading.check()
        for piece in stream:
            yield piece
            reading.check()
    except BROKEN as error:
        reading.interrupt(error)


def _ends_in_time(response: httpx2.Response) -> bool:
    """Whether each read of a connection ends when its timeout does (see `Until`).

    A connection of HTTP/2 is read by one thread or task for all, and other transports have other
    streams.
    """
    connection = response.extensions.get("network_stream")
    return response.http_version == "HTTP/1.1" and getattr(connection, "ends_in_time", False)


def wake(connection: Any) -> None:
    """Let a thread that waits for bytes of a connection continue."""
    connected = None if connection is None else connection.get_extra_info("socket")
    if isinstance(connected, socket):
        with suppress(OSError):
            socket.shutdown(connected, SHUT_RDWR)  # not that of TLS, which would wait


def async_pieces(reading: Reading[Any]) -> AsyncIterator[bytes]:
    """The pieces of the body of an async response. What reading them raises is an interruption."""
    opened = reading.opened
    if not opened.is_stream_consumed and _ends_in_time(opened):
        return aiter(cast("httpx2.AsyncByteStream", opened.stream))  # a generator would cost time
    return _timed(reading)


async def _timed(reading: Reading[Any]) -> AsyncGenerator[bytes]:
    from asyncio import timeout

    opened = reading.opened
    if opened.is_stream_consumed:
        yield opened.content
        return
    rest = aiter(cast("httpx2.AsyncByteStream", opened.stream))
    try:
        while True:
            reading.check()
            try:
                async with timeout(reading.left()):
                    piece = await anext(rest)
            except StopAsyncIteration:
                return
            yield piece
    finally:
        if isinstance(rest, AsyncGenerator):
            await rest.aclose()
