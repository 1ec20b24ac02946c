"""Decodes the parts of a stream to its items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

import httpx2
import msgspec
from msgspec import structs

from ..errors import APIStatusError
from ._facts import Envelope
from ._hooks import is_union
from ._operation import Operation
from ._raising import about
from ._reading import UNDECODABLE, error_body, read
from ._response import Response
from ._settings import Settings
from ._shapes import fields, kinds
from ._stream_parts import Event, Part, is_json, parts_of

if TYPE_CHECKING:
    from ._log import Log
    from ._watch import Watch

T = TypeVar("T")

_DONE = b"[DONE]"
"""The data of an event that says that no other follows."""
_HEARTBEATS = frozenset({"ping", "heartbeat", "keepalive", "keep-alive"})
"""The names of events that servers send to keep a connection open."""
_TELLING = _HEARTBEATS | {"error"}
"""The names of events that may be no items."""
_ERROR = b'"error"'
_JSON = {"content-type": "application/json"}


class StreamError(APIStatusError):
    """The server reported an error within a stream, whose status was a success.

    `code`, `message`, `details` and `body` are those of the error, and `raw` is its content.
    """


class Terms(NamedTuple):
    """What a stream takes from its client."""

    settings: Settings
    limit: int
    """The largest item, in bytes."""
    is_closed: Callable[[], bool]
    is_strict: bool
    watch: Watch | None
    log: Log


class _Done(Exception):
    """The server says that the stream ends here."""


class Items(Generic[T]):
    """Cuts and decodes the items of one stream."""

    def __init__(
        self,
        operation: Operation[Any],
        documented: tuple[str, Any],
        response: Response,
        terms: Terms,
        *,
        whole: bool,
    ) -> None:
        """Decode what `documented` has: a media type, and the type of an item.

        With `whole`, this type describes the fields of an event and not its data.
        """
        media_type, kind = documented
        self.parts = parts_of(media_type, terms.limit, None if whole else _TELLING)
        self._has_one_each = self.parts.has_one_each
        self.count = 0
        """How many items were delivered."""
        self.last_id = ""
        """The last id of an event."""
        self.retry: int | None = None
        """The last time to wait that an event has, in milliseconds."""
        self.is_done = False
        """Whether the server said that nothing follows."""
        self._kind = kind
        self._whole = whole
        self._terms = terms
        self._errors = operation
        self._operation: Operation[T] = Operation(
            id=operation.id,
            method=operation.method,
            path=operation.path,
            successes={response.status_code: kind},
            errors=operation.errors,
        )
        headers = httpx2.Headers({**response.headers, **_JSON})
        self._response = structs.replace(response, headers=headers)
        self._decoder = self._operation.decoder(kind)
        self._decoder_of_many = self._operation.decoder(GenericAlias(list, kind))
        self._is_watched = terms.watch is not None
        self._is_plain = not (self._is_watched or whole or kind is str)
        """Whether a part that can be decoded is an item, unless it looks like an error."""
        members = [kind, *(kind.members() or ())] if is_union(kind) else [kind]
        found = [known for member in members if (known := fields(member)) is not None]
        self._has_error = any("error" in known.named for known in found)
        """Whether an item may have a property `error` of its own."""

    def of(self, content: bytes) -> Iterable[T]:
        """The items that end in the next piece of the body."""
        return self._decoded(self.parts.of(content))

    def rest(self) -> Iterable[T]:
        """The item that ends with the body."""
        return self._decoded(self.parts.rest())

    def _decoded(self, parts: Sequence[Part]) -> Iterable[T]:
        """Decode parts, all at once if they are all items: it takes a fraction of the time.

        Raises:
            StreamError: One is an error.
            APIResponseError: One cannot be decoded.
        """
        if not parts:
            return ()
        items: Iterable[T] | None = None
        if self._is_plain:
            part = parts[0]
            is_alone = len(parts) == 1 and type(part) is bytes and self._has_one_each
            items = self._alone(part) if is_alone else self._together(parts)
        return self._one_by_one(parts) if items is None else items

    def _alone(self, part: Any) -> Iterable[T] | None:
        """The item of a part; None if it may be something else."""
        if part.rfind(_ERROR) >= 0 and not self._has_error:  # find is slower
            return None
        try:
            item = self._decoder.decode(part)
        except UNDECODABLE:
            return None
        self.count += 1
        return (item,)

    def _together(self, parts: Sequence[Part]) -> Iterable[T] | None:
        """The items of parts; None if one may be something else."""
        values, number = self.parts.together(parts)
        if values.rfind(_ERROR) >= 0 and not self._has_error:
            return None
        try:
            items: Sequence[T] = self._decoder_of_many.decode(values)
        except UNDECODABLE:  # for example an array with a gap, where a part is not an item
            return None
        if len(items) != number:  # a part may have two values with a comma
            return None
        if Event in map(type, parts):
            return map(self._delivered, items, parts)
        self.count += number
        return items

    def _one_by_one(self, parts: Sequence[Part]) -> Iterator[T]:
        try:
            for part in self.parts.apart(parts):
                if not isinstance(part, Event):
                    yield self._delivered(self._value(part), part)
                elif part.data is None or not self._is_item(part, part.data):
                    self._note(part)
                else:
                    yield self._delivered(self._item(part, part.data), part)
        except _Done:
            self.is_done = True

    def _delivered(self, item: T, part: Part) -> T:
        """An item, after the id of its event, which the caller may ask for now."""
        self.count += 1
        self._note(part)
        return item

    def _note(self, part: Part) -> None:
        if isinstance(part, Event):
            self.last_id = self.last_id if part.id is None else part.id
            self.retry = self.retry if part.retry is None else part.retry

    def _is_item(self, event: Event, data: bytes) -> bool:
        """Whether an event is an item, and none that only keeps the connection open.

        That is one with a known name or without data, unless the document describes its data.
        """
        if self._whole or self._kind is str:
            return True
        if not data:
            return self._kind is Any
        return event.name not in _HEARTBEATS or self._decodes(data)

    def _item(self, event: Event, data: bytes) -> T:
        """Decode an event with data.

        Raises:
            _Done: It says that the stream ends.
            StreamError: It is an error.
            APIResponseError: It cannot be decoded.
        """
        if self._whole:
            return self._event(event, data)
        if data.strip() == _DONE:
            raise _Done
        if event.name == "error" and not self._is_known(data):
            raise self._error(data)
        if self._kind is str or (self._kind is Any and not is_json(data)):
            return cast("T", data.decode("utf-8", "replace"))
        return self._value(data)

    def _value(self, content: bytes) -> T:
        if content.rfind(_ERROR) >= 0 and not self._has_error and _error_in(content):
            raise self._error(content)
        if not self._is_watched:
            try:
                return cast("T", self._decoder.decode(content))
            except UNDECODABLE:
                pass
        return self._read(content)

    def _read(self, content: bytes) -> T:
        """Decode leniently, and report where the item differs from the document."""
        response = structs.replace(self._response, content=content)
        watch = self._terms.watch
        if watch is not None:
            watch.look(self._operation, response)
        value, deviations = read(self._operation, response, strict=self._terms.is_strict)
        if deviations and not (watch is not None and watch.is_logging):
            what = f"{response.operation}: {response.status_code}"
            self._terms.log.deviations(what, deviations)
        return value

    def _event(self, event: Event, data: bytes) -> T:
        """Decode the fields of an event: its data as a text, or as the JSON that is documented."""
        forms = [*_forms(event, data, self._kind)]
        is_done = data.strip() == _DONE
        if not (is_done and not is_union(self._kind)):
            for content in forms:
                if self._is_known(content):
                    return (
                        self._read(content) if self._is_watched else self._decoder.decode(content)
                    )
        if is_done:
            raise _Done
        if event.name == "error":
            raise self._error(data)
        return self._read(forms[-1])

    def _is_known(self, content: bytes) -> bool:
        """Whether the document describes a value, as an event or as one of several kinds."""
        return (self._whole or is_union(self._kind)) and self._decodes(content)

    def _decodes(self, content: bytes) -> bool:
        """Whether a value is of the documented type."""
        try:
            value: object = self._decoder.decode(content)
        except UNDECODABLE:
            return False
        if is_union(self._kind):
            from ._unknown import Unknown  # of clients with unions

            return not isinstance(value, Unknown)
        return True

    def _error(self, content: bytes) -> StreamError:
        response = structs.replace(self._response, content=content)
        body = error_body(self._errors, response)
        given = (response.text or None) if body is None else body
        error = StreamError("-", body=given, **response.given())
        envelope: Envelope[object] = Envelope(error.code, error.message)
        text = ": ".join(part for part in (envelope.code, envelope.message) if part)
        shown = response.shown(text or response.text[:200])
        return StreamError(
            about(response, f"the stream reports an error: {shown}"), body=given, **response.given()
        )


def _forms(event: Event, content: bytes, kind: Any) -> Iterator[bytes]:
    """An event as JSON: with its data as a text where that may be, then as the JSON in it.

    Its id is a number where only that may be, as the framework Huma documents it.
    """
    found: dict[str, object] = {"data": content.decode("utf-8", "replace")}
    if event.name:
        found["event"] = event.name
    if event.retry is not None:
        found["retry"] = event.retry
    known = fields(kind)
    data = None if known is None else known.named.get("data")
    has_json = is_json(content)
    for identity in _ids(event.id, kind):
        if identity is not None:
            found["id"] = identity
        if data is None or not has_json or not kinds(data.type).isdisjoint({str, object}):
            yield msgspec.json.encode(found)
        if has_json and (data is None or not kinds(data.type) <= {str}):
            yield msgspec.json.encode({**found, "data": msgspec.Raw(content)})


def _ids(text: str | None, kind: Any) -> Sequence[str | int | None]:
    """The id of an event as its type has it: a text, or a number; of a union, first as a text."""
    if text is None or not (text.isascii() and text.isdigit() and len(text) < 16):
        return [text]
    if (known := fields(kind)) is None:
        return [text, int(text)]
    documented = known.named.get("id")
    is_text = documented is None or not kinds(documented.type).isdisjoint({str, object})
    return [text if is_text else int(text)]


def _error_in(content: bytes) -> bool:
    try:
        value = msgspec.json.decode(content, type=dict[str, Any])
    except UNDECODABLE:
        return False
    return bool(value.get("error"))
