"""How a stream is read: what has arrived, how long to wait, and what an interruption raises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import monotonic
from typing import Any, Generic, TypeVar, cast

import httpx2

from ..errors import APIConnectionError, APIError, APIResponseError, APITimeoutError
from ._deadline import DeadlinePassed, Until
from ._decompressed import codings_of
from ._decompression import Decompression
from ._drift import Deviation
from ._failures import failed
from ._operation import Operation
from ._raising import about, incomplete
from ._reading import documented, fitting
from ._response import Response
from ._stream_items import Done, Items, Terms
from ._stream_parts import Lines, Parts, TooLarge, is_cut_alike, parts_of

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
        self.is_done = False
        """Whether the server said that nothing follows."""
        self.parts: Parts = Lines(0)
        self._terms = terms
        self._deadline = terms.settings.deadline
        self._since = monotonic()
        self.count = 0
        """How many items were delivered."""
        self._items: Items[T] | None = None
        self._decompression = Decompression((), response)
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
                self._decompression = Decompression(codings, self.response)
            except APIResponseError as error:
                self.fault = error
                return
        self.parts = parts_of(name, self._terms.limit)
        self._items = Items(
            operation, by_type[name], self.response, self._terms, whole=whole_events
        )
        timeouts = self.opened.request.extensions.get("timeout")
        if timeouts is not None:  # httpx2 looks there when the first piece is read
            shorter = [
                s for s in (self._terms.settings.timeout.read, self._deadline) if s is not None
            ]
            timeouts["read"] = Until(min(shorter), self.left) if shorter else None

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

    def items(self, piece: bytes) -> Iterator[T]:
        """The items that end in a piece of the body.

        Raises:
            APIError: An item cannot be decoded, is too large, or is an error.
        """
        if self._items is None or self.is_done:
            return
        try:
            for content in self._decompression.of(piece):
                yield from self._made(self._items, content)
        except Done:
            self.is_done = True
        except TooLarge:
            what = f"has an item of more than {self._terms.limit} bytes (max_response_size)"
            raise incomplete(self.response, what) from None

    def _made(self, items: Items[T], content: bytes) -> Iterator[T]:
        """The items that end in a piece, those of its plain parts at once."""
        parts, content = self.parts.together(content)
        if not parts and content:  # it begins within a part
            head, content = self.parts.up_to_boundary(content)
            yield from self._one_by_one(items, head)
            parts, content = self.parts.together(content)
        for item in items.together(parts):
            self.count += 1
            yield item
        yield from self._one_by_one(items, content)

    def _one_by_one(self, items: Items[T], content: bytes) -> Iterator[T]:
        for part in self.parts.of(content) if content else ():
            if items.is_item(part):
                item = items.item(part)
                self.count += 1
                yield item

    def rest(self) -> Iterator[T]:
        """The item that ends with the body.

        Raises:
            APIError: The body is not complete, or as `items`.
        """
        if self._items is None or self.is_done:
            return
        self._decompression.end()
        for part in self.parts.rest():
            item = self._items.item(part)
            self.count += 1
            yield item

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
        text = about(self.response, f"the stream was interrupted after {self.count} items: {what}")
        response = self.response
        return kind(
            text,
            operation=response.operation,
            method=response.method,
            path=response.path,
            attempts=response.attempts,
        )
