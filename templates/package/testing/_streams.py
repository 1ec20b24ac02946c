"""The fakes of operations that return streams."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, ParamSpec, Self, TypeVar, cast

import httpx2
import msgspec

from .._runtime._content import encoded_json
from .._runtime._hooks import decoded
from .._runtime._stream import StreamOperation
from ._board import Attempt
from ._bodies import item_content, json_success
from ._declared import Declared
from ._operations import CalledFake, OperationFake
from ._recorded import Recorded
from ._responses import Chunks, Respond, headers_of

P = ParamSpec("P")
T = TypeVar("T")
ItemT = TypeVar("ItemT")
C = TypeVar("C", bound=Recorded)


class StreamFake(CalledFake[P, C], Generic[P, ItemT, C]):
    """The fake of an operation that returns a stream of items `ItemT`."""

    def streams(
        self,
        items: Sequence[ItemT],
        *,
        interrupted: bool = False,
        headers: Mapping[str, str] | None = None,
        times: int | None = 1,
    ) -> Self:
        """Let the next call return a stream of items.

        Args:
            items: The items, each of which arrives by itself.
            interrupted: Whether the connection breaks after the last item.
            headers: Headers of the response.
            times: How many calls return it; None for any number, and none.

        Raises:
            TypeError: An item is not of the type of the items.
        """
        __tracebackhide__ = True
        operation = self._operation
        respond = _streaming(self._name, operation, items, headers, interrupted=interrupted)
        self._expect(f"streams({len(items)} item{'s' * (len(items) != 1)})", respond, times)
        return self


class OptionalStreamFake(OperationFake[P, T, C], Generic[P, T, ItemT, C]):
    """The fake of an operation that returns a stream of items `ItemT` if asked, else a `T`."""

    def streams(
        self,
        items: Sequence[ItemT],
        *,
        interrupted: bool = False,
        headers: Mapping[str, str] | None = None,
        times: int | None = 1,
    ) -> Self:
        """Let the next call return a stream of items; see `StreamFake.streams`.

        Raises:
            TypeError: An item is not of the type of the items.
        """
        __tracebackhide__ = True
        operation = self._operations[1]
        respond = _streaming(self._name, operation, items, headers, interrupted=interrupted)
        shown = f"streams({len(items)} item{'s' * (len(items) != 1)})"
        self._expect(shown, respond, times, for_operation=operation)
        return self


class ReturningStream(Generic[ItemT]):
    """Declares an operation that returns a stream of items `ItemT`."""

    @classmethod
    def of(cls, call: Callable[P, C], operation_id: str) -> Declared[StreamFake[P, ItemT, C]]:
        """Declare it with the class of its calls, and its id in the document."""
        return Declared(
            cast("Callable[..., StreamFake[P, ItemT, C]]", StreamFake), call, operation_id
        )


class ReturningEither(Generic[T, ItemT]):
    """Declares an operation that returns a `T`, or a stream of items `ItemT` if it is asked for."""

    @classmethod
    def of(
        cls, call: Callable[P, C], operation_id: str
    ) -> Declared[OptionalStreamFake[P, T, ItemT, C]]:
        """Declare it with the class of its calls, and its id in the document."""
        kind = cast("Callable[..., OptionalStreamFake[P, T, ItemT, C]]", OptionalStreamFake)
        return Declared(kind, call, operation_id)


def _streaming(
    name: str,
    operation: Any,
    items: Sequence[object],
    headers: Mapping[str, str] | None,
    *,
    interrupted: bool,
) -> Respond:
    __tracebackhide__ = True
    stream: StreamOperation[Any] = operation
    status, media_type, kind = json_success(stream)
    decoder = msgspec.json.Decoder[Any](kind, dec_hook=decoded)
    for item in items:
        try:
            decoder.decode(encoded_json(item))
        except msgspec.ValidationError as error:
            raise TypeError(f"{name}.streams(): {error}") from None
    chunks = [item_content(media_type, item, whole=stream.whole_events) for item in items]
    sent = headers_of(headers, media_type)

    def respond(_: Attempt) -> httpx2.Response:
        failure = httpx2.ReadError("the test broke the connection") if interrupted else None
        return httpx2.Response(status, headers=sent, stream=Chunks(chunks, failure))

    return respond
