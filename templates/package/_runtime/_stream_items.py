"""Decodes the parts of a stream to its items."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
from ._stream_parts import Event, Part, is_json

if TYPE_CHECKING:
    from ._log import Log
    from ._watch import Watch

T = TypeVar("T")

_DONE = b"[DONE]"
"""The data of an event that says that no other follows."""
_HEARTBEATS = frozenset({"ping", "heartbeat", "keepalive", "keep-alive"})
"""The names of events that servers send to keep a connection open."""
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


class Done(Exception):
    """The server said that the stream ends here."""


class Items(Generic[T]):
    """Decodes the items of one stream."""

    def __init__(
        self, operation: Operation[Any], kind: Any, response: Response, terms: Terms, *, whole: bool
    ) -> None:
        """Decode to `kind`; with `whole`, it describes the fields of an event and not its data."""
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
        self._decode = self._operation.decoder(kind).decode
        self._decode_list = self._operation.decoder(list[kind]).decode
        self._is_watched = terms.watch is not None
        members = [kind, *(kind.members() or ())] if is_union(kind) else [kind]
        found = [known for member in members if (known := fields(member)) is not None]
        self._has_error = any("error" in known.named for known in found)
        """Whether an item may have a property `error` of its own."""

    def together(self, parts: Sequence[Part]) -> Iterator[T]:
        """Decode parts at once, which takes a fraction of the time; one by one if that fails."""
        values = self._at_once(parts) if len(parts) > 1 else None
        if values is not None:
            yield from values
            return
        for part in parts:
            if self.is_item(part):
                yield self.item(part)

    def _at_once(self, parts: Sequence[Part]) -> list[T] | None:
        """The items of parts; None if one may be no item, an error, or differ from the document."""
        if self._whole or self._is_watched or self._kind is str or self._kind is Any:
            return None
        contents: list[bytes] = []
        for part in parts:
            if isinstance(part, bytes):
                contents.append(part)
            elif part.name == "error" or part.name in _HEARTBEATS:
                return None
            else:
                contents.append(part.data)
        content = b"[%b]" % b",\n".join(contents)
        if b'"error"' in content and not self._has_error:
            return None
        try:
            values: list[T] = self._decode_list(content)
        except UNDECODABLE:
            return None
        return values if len(values) == len(contents) else None

    def is_item(self, part: Part) -> bool:
        """Whether a part is an item, and not an event that only keeps the connection open.

        That is one with a telling name or without data, unless the document describes its data.
        """
        if isinstance(part, bytes) or self._whole or self._kind is str:
            return True
        if not part.data:
            return self._kind is Any
        return part.name not in _HEARTBEATS or self._decodes(part.data)

    def item(self, part: Part) -> T:
        """Decode a part.

        Raises:
            Done: It says that the stream ends.
            StreamError: It is an error.
            APIResponseError: It cannot be decoded.
        """
        if isinstance(part, bytes):
            return self._value(part)
        if self._whole:
            return self._event(part)
        if part.data.strip() == _DONE:
            raise Done
        if part.name == "error" and not self._is_known(part.data):
            raise self._error(part.data)
        if self._kind is str:
            return cast("T", part.data.decode("utf-8", "replace"))
        if self._kind is Any and not is_json(part.data):
            return cast("T", part.data.decode("utf-8", "replace"))
        return self._value(part.data)

    def _value(self, content: bytes) -> T:
        if b'"error"' in content and not self._has_error and _error_in(content):
            raise self._error(content)
        if not self._is_watched:
            try:
                return cast("T", self._decode(content))
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

    def _event(self, event: Event) -> T:
        """Decode the fields of an event: its data as a text, or as the JSON that is documented."""
        forms = [*_forms(event, self._kind)]
        is_done = event.data.strip() == _DONE
        if not (is_done and not is_union(self._kind)):
            for content in forms:
                if self._is_known(content):
                    return self._read(content) if self._is_watched else self._decode(content)
        if is_done:
            raise Done
        if event.name == "error":
            raise self._error(event.data)
        return self._read(forms[-1])

    def _is_known(self, content: bytes) -> bool:
        """Whether the document describes a value, as an event or as one of several kinds."""
        return (self._whole or is_union(self._kind)) and self._decodes(content)

    def _decodes(self, content: bytes) -> bool:
        """Whether a value is of the documented type."""
        try:
            value: object = self._decode(content)
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
        said: Envelope[object] = Envelope(error.code, error.message)
        text = ": ".join(part for part in (said.code, said.message) if part)
        shown = response.shown(text or response.text[:200])
        return StreamError(
            about(response, f"the stream reports an error: {shown}"), body=given, **response.given()
        )


def _forms(event: Event, kind: Any) -> Iterator[bytes]:
    """An event as JSON: with its data as a text where that may be, then as the JSON in it."""
    found: dict[str, object] = {"data": event.data.decode("utf-8", "replace")}
    if event.name:
        found["event"] = event.name
    if event.id is not None:
        found["id"] = event.id
    if event.retry is not None:
        found["retry"] = event.retry
    known = fields(kind)
    data = None if known is None else known.named.get("data")
    has_json = is_json(event.data)
    if data is None or not has_json or not kinds(data.type).isdisjoint({str, object}):
        yield msgspec.json.encode(found)
    if has_json and (data is None or not kinds(data.type) <= {str}):
        yield msgspec.json.encode({**found, "data": msgspec.Raw(event.data)})


def _error_in(content: bytes) -> bool:
    try:
        value = msgspec.json.decode(content, type=dict[str, Any])
    except UNDECODABLE:
        return False
    return bool(value.get("error"))
