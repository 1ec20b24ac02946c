"""Cuts the body of a stream into its items as the bytes arrive. Nothing here does I/O.

Section 9.2.6 of the HTML standard has server-sent events, RFC 7464 has JSON text sequences.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from ._operation import is_sequence

_LINE_END = re.compile(rb"\r\n|\n|\r")
_PLAIN_EVENT = re.compile(rb"(?:event: ?([^\r\n]*)\n)?data: ?([^\r\n]*)\n\n")
_PLAIN = re.compile(rb"(?:(?:event: ?[^\r\n]*\n)?data: ?[^\r\n]*\n\n)++")
_RECORD = b"\x1e"
_VAGUE = frozenset({"application/json", "application/octet-stream", "text/plain"})


class TooLarge(Exception):
    """A part is larger than permitted."""


class Event:
    """A server-sent event. `name` is empty where the server gives none."""

    __slots__ = ("data", "id", "name", "retry")

    def __init__(self, data: bytes, name: str = "") -> None:
        self.data = data
        self.name = name
        self.id: str | None = None
        """Its own id."""
        self.retry: int | None = None

    def is_empty(self) -> bool:
        """Whether nothing of it is known yet."""
        return not self.data and not self.name and self.id is None and self.retry is None


Part: TypeAlias = bytes | Event
"""A line, a record, or an event."""


class Parts:
    """Cuts a body into parts."""

    last_id: str = ""
    """The last id of an event."""
    retry: int | None = None
    """The last time to wait that an event has, in milliseconds."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._pending = bytearray()

    def of(self, piece: bytes) -> Iterator[Part]:
        """The parts that end in the next piece of the body.

        Raises:
            TooLarge: A part is too large.
        """
        raise NotImplementedError

    def together(self, piece: bytes) -> tuple[Sequence[Part], bytes]:
        """The parts at the start of a piece that can be decoded together, and the rest of it.

        They have nothing but a name and data: an id must not be known before its item is delivered.
        """
        return (), piece

    def up_to_boundary(self, piece: bytes) -> tuple[bytes, bytes]:
        """A piece up to the end of the part that it begins in, and the rest of it."""
        return piece, b""

    def rest(self) -> Iterator[Part]:
        """The part that ends with the body."""
        raise NotImplementedError

    def _lines(self, pieces: Sequence[bytes]) -> Iterator[bytes]:
        """Complete lines of a piece that was split at their ends; the last one is not complete."""
        if len(pieces) > 1:
            self._keep(pieces[0])
            line = bytes(self._pending)
            self._pending.clear()
            yield line
            for line in pieces[1:-1]:
                if len(line) > self._limit:
                    raise TooLarge
                yield line
        self._keep(pieces[-1])

    def _keep(self, more: bytes) -> None:
        if len(self._pending) + len(more) > self._limit:
            raise TooLarge
        self._pending += more


class Lines(Parts):
    """JSON Lines: a value per line. Empty lines count for nothing."""

    _is_first = True

    def of(self, piece: bytes) -> Iterator[Part]:
        """The values of the lines that end in a piece."""
        for line in self._lines(piece.split(b"\n")):
            yield from self._value(line)

    def together(self, piece: bytes) -> tuple[Sequence[Part], bytes]:
        """All lines that end in a piece, unless one may be too large."""
        if len(piece) + len(self._pending) > self._limit:
            return (), piece
        first, *lines = piece.split(b"\n")
        if not lines:
            return (), piece
        first = bytes(self._pending) + first
        if self._is_first:
            first, self._is_first = first.removeprefix(BOM_UTF8), False
        self._pending = bytearray(lines.pop())
        return [value for line in (first, *lines) if (value := line.strip())], b""

    def rest(self) -> Iterator[Part]:
        """The last line, whose end may be missing."""
        line = bytes(self._pending)
        self._pending.clear()
        return self._value(line)

    def _value(self, line: bytes) -> Iterator[bytes]:
        if self._is_first:
            line, self._is_first = line.removeprefix(BOM_UTF8), False
        if value := line.strip():
            yield value


class Records(Parts):
    """JSON text sequences: a value after each record separator, which a line feed ends."""

    _untried = 0
    """The size from which a record that was no value yet is looked at again."""

    def of(self, piece: bytes) -> Iterator[Part]:
        """The values that end in a piece: at the line feed, without waiting for the next one."""
        for record in self._lines(piece.split(_RECORD)):
            self._untried = 0
            if value := record.strip():
                yield value
        # A value may have line feeds itself. Only one that is whole is passed on, and looking is
        # put off as the record grows, so that the time remains proportional to its size.
        if piece.endswith(b"\n") and len(self._pending) >= self._untried:
            value = bytes(self._pending).strip()
            if value and is_json(value):
                self._pending.clear()
                self._untried = 0
                yield value
            else:
                self._untried = 2 * len(self._pending)

    def rest(self) -> Iterator[Part]:
        """The last value, whose line feed may be missing."""
        if value := bytes(self._pending).strip():
            yield value
        self._pending.clear()


class Events(Parts):
    """Server-sent events. One that is not complete at the end of the stream is dropped."""

    _is_first = True
    _after_return = False
    """Whether the last piece ended with a carriage return: a line feed belongs to the same end."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self._event = Event(b"")
        self._data: list[bytes] = []
        self._size = 0

    def of(self, piece: bytes) -> Iterator[Part]:
        """The events that end in a piece."""
        if self._after_return:
            piece = piece.removeprefix(b"\n")
        if not piece:
            self._after_return = False
            return
        self._after_return = piece.endswith(b"\r")
        for line in self._lines(_LINE_END.split(piece)):
            field = line.removeprefix(BOM_UTF8) if self._is_first else line
            self._is_first = False
            if field:
                self._field(field)
            elif (event := self._dispatched()) is not None:
                yield event

    def together(self, piece: bytes) -> tuple[Sequence[Part], bytes]:
        """The events at the start of a piece that have a name at most and one line of data."""
        is_within = self._pending or self._data or not self._event.is_empty()
        can_be = not (is_within or self._after_return or len(piece) > self._limit)
        found = _PLAIN.match(piece) if can_be else None
        if found is None:
            return (), piece
        self._is_first = False
        events = [
            Event(data, name.decode("utf-8", "replace")) if name else Event(data)
            for name, data in _PLAIN_EVENT.findall(found[0])
        ]
        return events, piece[found.end() :]

    def up_to_boundary(self, piece: bytes) -> tuple[bytes, bytes]:
        """A piece up to the first empty line, and the rest of it."""
        end = piece.find(b"\n\n") + 2
        return (piece[:end], piece[end:]) if end > 1 else (piece, b"")

    def rest(self) -> Iterator[Part]:
        """Nothing: an event ends with an empty line."""
        return iter(())

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        match name:
            case b"data":
                self._size += len(value) + 1
                if self._size > self._limit:
                    raise TooLarge
                self._data.append(value)
            case b"event":
                self._event.name = value.decode("utf-8", "replace")
            case b"id" if b"\0" not in value:
                self._event.id = self.last_id = value.decode("utf-8", "replace")
            case b"retry" if value.isdigit() and len(value) < 16:
                self._event.retry = self.retry = int(value)
            case _:
                pass  # a comment, or a field that the standard does not know

    def _dispatched(self) -> Event | None:
        """The event that an empty line ends; None if it has no data."""
        event, data, self._event = self._event, self._data, Event(b"")
        if not data:
            return None
        event.data = data[0] if len(data) == 1 else b"\n".join(data)
        self._data, self._size = [], 0
        return event


def parts_of(media_type: str, limit: int) -> Parts:
    """What cuts a body of a sequential media type. No part is larger than `limit` bytes."""
    return _kind_of(media_type)(limit)


def is_cut_alike(documented: str, media_type: str) -> bool:
    """Whether a body of a media type can be cut as the documented one.

    There are several names of JSON Lines. Servers also call them text, JSON, or nothing in
    particular; what is not JSON then raises at its first line.
    """
    kind = _kind_of(documented)
    is_vague = media_type in _VAGUE and kind is not Events
    return is_vague or (is_sequence(media_type) and _kind_of(media_type) is kind)


def _kind_of(media_type: str) -> type[Parts]:
    name = media_type.partition(";")[0].strip().lower()
    if name == "text/event-stream":
        return Events
    return Records if name.endswith("json-seq") else Lines


def is_json(content: bytes) -> bool:
    """Whether a text is one value of JSON."""
    try:
        msgspec.json.decode(content, type=msgspec.Raw)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return False
    return True
