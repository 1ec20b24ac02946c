"""How a stream is read: what has arrived, how long to wait, and what an interruption raises."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Iterable, Iterator, Mapping
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
from ._operation import Operation
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
        media_type = said.partition(";")[0].strip().lower()
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
        told = self.opened.extensions
        return None if "stream_id" in told else told.get("network_stream")  # HTTP/2 shares it

    def left(self) -> float | None:
        """Seconds in which the next item must arrive; none where the client was closed."""
        if self._terms.is_closed():
            return 0.0
        if self._deadline is None:
            return None
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
        """The items that end in decompressed content. After them, call `settle`.

        Raises:
            APIError: An item cannot be decoded, or is an error.
        """
        return () if self._items is None or self.is_done else self._items.of(content)

    def settle(self) -> None:
        """Begin to wait for another item, if the caller has used one.

        Raises:
            APIResponseError: The next one is too large.
        """
        if self._items is None:
            return
        if self._items.parts.is_exceeded:
            what = f"has an item of more than {self._terms.limit} bytes (max_response_size)"
            raise incomplete(self.response, what)
        if self._items.count != self._count:
            self._count = self._items.count
            self.waits()

    def rest(self) -> Iterable[T]:
        """The item that ends with the body.

        Raises:
            APIError: The body is not complete, or as `items`.
        """
        if self._items is None or self.is_done:
            return ()
        self.decompression.end()
        return self._items.rest()

    def interrupted(self, error: Exception) -> APIConnectionError:
        """What an interruption raises. Nothing is sent again: the caller has used the items."""
        reason = failed(error)
        kind: type[APIConnectionError] = APIConnectionError
        what = self.response.shown(str(reason)) or type(reason).__name__
        if isinstance(reason, httpx2.TimeoutException | TimeoutError):
            kind, what = APITimeoutError, "waiting for the next item timed out"
            if self._terms.is_closed():
                what = "the client was closed"
            elif self.left() == 0.0:
                what = f"the deadline of {self._deadline:g} s for the next item passed"
        count = 0 if self._items is None else self._items.count
        text = about(self.response, f"the stream was interrupted after {count} items: {what}")
        response = self.response
        return kind(
            text,
            operation=response.operation,
            method=response.method,
            path=response.path,
            attempts=response.attempts,
        )


def pieces(reading: Reading[Any]) -> Iterator[bytes]:
    """The pieces of the body. Only what reading them raises is an interruption."""
    opened = reading.opened
    if opened.is_stream_consumed:
        yield opened.content
        return
    rest = iter(cast("httpx2.SyncByteStream", opened.stream))
    while True:
        try:
            reading.check()
            piece = next(rest)
        except StopIteration:
            return
        except BROKEN as error:
            if reading.is_stopped:
                return
            raise reading.interrupted(error) from error
        yield piece


def wake(connection: Any) -> None:
    """Let a thread that waits for bytes of a connection continue."""
    connected = None if connection is None else connection.get_extra_info("socket")
    if isinstance(connected, socket):
        with suppress(OSError):
            socket.shutdown(connected, SHUT_RDWR)  # not that of TLS, which would wait


async def async_pieces(reading: Reading[Any]) -> AsyncGenerator[bytes]:
    """The same of an async stream."""
    from ._async_wire import ends_in_time

    opened = reading.opened
    if opened.is_stream_consumed:
        yield opened.content
        return
    needs_timer = not ends_in_time(opened)
    rest = aiter(cast("httpx2.AsyncByteStream", opened.stream))
    try:
        while True:
            try:
                reading.check()
                next_one = anext(rest)
                piece = await (_within(reading.left(), next_one) if needs_timer else next_one)
            except StopAsyncIteration:
                return
            except BROKEN as error:
                if reading.is_stopped:
                    return
                raise reading.interrupted(error) from error
            yield piece
    finally:
        if isinstance(rest, AsyncGenerator):
            await rest.aclose()


async def _within(seconds: float | None, piece: Awaitable[bytes]) -> bytes:
    from asyncio import timeout

    async with timeout(seconds):
        return await piece
