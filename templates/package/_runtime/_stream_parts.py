"""Cuts the body of a stream into its items as the bytes arrive. Nothing here does I/O.

Section 9.2.6 of the HTML standard has server-sent events, RFC 7464 has JSON text sequences.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Container, Iterable, Sequence
from typing import Any, ClassVar, TypeAlias, cast

import msgspec

from ._operation import is_sequence, without_parameters

_MOST_NAMES = 64
_DATA = b"data: "
_BETWEEN = b"\n\n" + _DATA
_VAGUE = frozenset({"application/json", "application/octet-stream", "text/plain"})


class Event(msgspec.Struct, gc=False):
    """A server-sent event that may be more than its data. `name` is empty where it has none."""

    data: bytes | None = None
    """None if it has no line of data, so it is not an item."""
    name: str = ""
    id: str | None = None
    retry: int | None = None


Part: TypeAlias = bytes | Event
"""A line, a record, an event, or the data of an event that has nothing else of interest."""


class Parts:
    """Cuts a body into parts."""

    has_one_each: ClassVar[bool] = True
    """Whether a part is one value."""
    _end = b"\n"
    """What ends a line."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._pending = bytearray()
        self._is_first = True
        self.is_exceeded = False
        """Whether a part is larger than permitted. Nothing behind it is read."""

    def of(self, piece: bytes) -> list[Part]:
        """The parts that end in the next piece of the body."""
        raise NotImplementedError

    def together(self, parts: Sequence[Part]) -> tuple[bytes, int]:
        """The JSON of parts as an array, and how many values it has if all parts are items."""
        return b"[%b]" % b",".join(cast("Sequence[bytes]", parts)), len(parts)

    def apart(self, parts: Sequence[Part]) -> Iterable[Part]:
        """Each item of parts, and each event."""
        return parts

    def rest(self) -> list[Part]:
        """The part that ends with the body."""
        return [*filter(None, map(bytes.strip, self._lines(self._end)))]

    def _lines(self, piece: bytes) -> list[bytes]:
        """The lines that end in a piece. The rest is kept for the next piece."""
        lines = piece.split(self._end)
        may_exceed = len(self._pending) + len(piece) > self._limit
        self._pending += lines[0]
        if len(lines) > 1:
            lines[0] = bytes(self._pending)
            self._pending = bytearray(lines[-1])
            lines[0] = self._without_mark(lines[0])
        lines.pop()
        if may_exceed:
            sizes = [*map(len, lines), len(self._pending)]
            too_large = next((at for at, size in enumerate(sizes) if size > self._limit), None)
            if too_large is not None:
                self.is_exceeded = True
                return lines[:too_large]
        return lines

    def _without_mark(self, line: bytes) -> bytes:
        """A line, without the byte order mark at the start of the body."""
        if self._is_first:
            line, self._is_first = line.removeprefix(BOM_UTF8), False
        return line


class Lines(Parts):
    """JSON Lines: a value per line. Empty lines count for nothing. A part has many lines."""

    has_one_each = False

    def of(self, piece: bytes) -> list[Part]:
        """The lines that end in a piece, in one part."""
        end = piece.rfind(b"\n")
        if end < 0 or len(self._pending) + len(piece) > self._limit:
            lines = self._lines(piece)
            return [b"\n".join(lines)] if lines else []
        self._pending += piece[:end]
        content, self._pending = bytes(self._pending), bytearray(piece[end + 1 :])
        return [self._without_mark(content)]

    def together(self, parts: Sequence[Part]) -> tuple[bytes, int]:
        """An array of the lines."""
        content = b"\n".join(cast("Sequence[bytes]", parts))
        return b"[%b]" % content.replace(b"\n", b","), content.count(b"\n") + 1

    def apart(self, parts: Sequence[Part]) -> Iterable[Part]:
        """Each line that is not empty."""
        content = b"\n".join(cast("Sequence[bytes]", parts))
        return filter(None, map(bytes.strip, content.split(b"\n")))


class Records(Parts):
    """JSON text sequences: a value after each record separator, which a line feed ends."""

    _end = b"\x1e"
    _untried = 0
    """The size from which a record that was no value yet is looked at again."""

    def of(self, piece: bytes) -> list[Part]:
        """The values that end in a piece: at the line feed, without waiting for the next one."""
        records = self._lines(piece)
        if records:
            self._untried = 0
        found: list[Part] = [*filter(None, map(bytes.strip, records))]
        # A value may have line feeds itself. Only one that is whole is passed on, and looking is
        # put off as the record grows, so that the time remains proportional to its size.
        if piece.endswith(b"\n") and len(self._pending) >= self._untried:
            value = bytes(self._pending).strip()
            if value and is_json(value):
                self._pending.clear()
                self._untried = 0
                found.append(value)
            else:
                self._untried = 2 * len(self._pending)
        return found


class Events(Parts):
    """Server-sent events. One that is not complete at the end of the stream is dropped."""

    _after_return = False
    """Whether the last piece ended with a carriage return: a line feed belongs to the same end."""

    def __init__(self, limit: int, names: Container[str] | None) -> None:
        """Pass on events with these names as such, of others only the data; None for all names."""
        super().__init__(limit)
        self._names = names
        self._ignored: set[bytes] = set()
        """Lines with other names, which servers repeat."""
        self._data: list[bytes] = []
        """The lines of data of the event that has begun."""
        self._size = 0
        """The size of these lines."""
        self._event: Event | None = None
        """What is known of this event besides its data."""

    def of(self, piece: bytes) -> list[Part]:
        """The events that end in a piece."""
        if piece and (self._after_return or piece.find(b"\r") >= 0):
            piece = self._with_line_feeds(piece)
        if self._data or self._event is not None:
            return self._by_lines(piece)
        end = piece.rfind(b"\n\n")
        plain = self._plain(piece[:end]) if end >= 0 else None
        if not plain:
            return self._by_lines(piece)
        rest = piece[end + 2 :]
        return plain + self._by_lines(rest) if rest else plain

    def _by_lines(self, piece: bytes) -> list[Part]:
        """The same, whatever the events are."""
        found: list[Part] = []
        data, event = self._data, self._event
        for line in self._lines(piece):
            if not line:
                if data:
                    value = data[0] if len(data) == 1 else b"\n".join(data)
                    data.clear()
                    if event is None:
                        found.append(value)
                    else:
                        event.data = value
                if event is not None:
                    found.append(event)
                    event = None
            elif line[:6] == b"data: " and not data:
                data.append(line[6:])
                self._size = len(line)
            elif event is not None or line not in self._ignored:
                event = self._with_field(line, event)
                if self._size > self._limit:
                    self.is_exceeded = True
                    break
        self._event = event
        return found

    def _plain(self, content: bytes) -> list[Part] | None:
        """Events that each have a line of data and nothing else, as most have; None if one differs.

        They begin in what is pending. This takes a fraction of the time.
        """
        if self._pending:
            content = bytes(self._pending) + content
        if not content.startswith(_DATA) or len(content) > self._limit:
            return None
        values: list[Any] = content[len(_DATA) :].rsplit(_BETWEEN)  # split is slower
        if b"".join(values).find(b"\n") >= 0:  # so are count, and `in`
            return None
        if self._pending:
            self._pending.clear()
        self._is_first = False
        return values

    def together(self, parts: Sequence[Part]) -> tuple[bytes, int]:
        """An array of the data of events. That of one that may be no item is missing."""
        data = map(self._data_of, parts) if Event in map(type, parts) else parts
        return b"[%b]" % b",".join(cast("Iterable[bytes]", data)), len(parts)

    def apart(self, parts: Sequence[Part]) -> Iterable[Part]:
        """Each event."""
        return (part if isinstance(part, Event) else Event(part) for part in parts)

    def rest(self) -> list[Part]:
        """Nothing: an event ends with an empty line."""
        return []

    def _data_of(self, part: Part) -> bytes:
        if not isinstance(part, Event):
            return part
        return b"" if part.data is None or part.name else part.data

    def _with_line_feeds(self, piece: bytes) -> bytes:
        """A piece whose lines end with line feeds."""
        ends_alike = piece.endswith(b"\r")
        if self._after_return:
            piece = piece.removeprefix(b"\n")
        self._after_return = ends_alike
        return piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _with_field(self, line: bytes, event: Event | None) -> Event | None:
        """What is known of an event with another line of it."""
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._size = len(value) + (self._size + 1 if self._data else 0)
            self._data.append(value)
            return event
        text = value.decode("utf-8", "replace")
        if name == b"event" and event is None and self._names and text not in self._names:
            if len(self._ignored) < _MOST_NAMES:
                self._ignored.add(line)
            return None
        known = event or Event()
        match name:
            case b"event":
                known.name = text if self._names is None or text in self._names else ""
            case b"id" if "\0" not in text:
                known.id = text
            case b"retry" if value.isdigit() and len(value) < 16:
                known.retry = int(value)
            case _:  # a comment, or a field that the standard does not know
                return event
        return known


def parts_of(media_type: str, limit: int, names: Container[str] | None) -> Parts:
    """What cuts a body of a sequential media type.

    No part is larger than `limit` bytes. Of events, only these `names` matter; None for all.
    """
    kind = _kind_of(media_type)
    return Events(limit, names) if kind is Events else kind(limit)


def is_cut_alike(documented: str, media_type: str) -> bool:
    """Whether a body of a media type can be cut as the documented one.

    There are several names of JSON Lines. Servers also call them text, JSON, or nothing in
    particular; other content then raises at its first line.
    """
    kind = _kind_of(documented)
    is_vague = media_type in _VAGUE and kind is not Events
    return is_vague or (is_sequence(media_type) and _kind_of(media_type) is kind)


def _kind_of(media_type: str) -> type[Parts]:
    name = without_parameters(media_type)
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
