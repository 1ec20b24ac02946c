"""Splits lines of invalid YAML into indentation, dashes, keys and values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

ABOVE = 60
"""The number of lines above the parser error that are searched."""

_BELOW = 100
"""The number of lines below that are parsed to see whether a mistake is fixed."""


class Line(Struct, frozen=True):
    """A line, and where in the text it starts."""

    start: int
    text: str
    """Without its end."""

    @property
    def end(self) -> int:
        """The offset of its end, without trailing white space."""
        return self.start + len(self.text.rstrip())

    @property
    def indent(self) -> int:
        """The number of characters by which it is indented."""
        return len(self.text) - len(self.text.lstrip(" \t\u00a0"))

    @property
    def key_at(self) -> int:
        """The column of the text after the dashes of list items."""
        match = _DASHES.match(self.text)
        return match.end() if match else 0

    @property
    def rest(self) -> str:
        """The text after the dashes of list items."""
        return self.text[self.key_at :].rstrip()

    @property
    def value_at(self) -> int:
        """The column of the value after the key; without a key, that of the text after the dashes."""
        match = _KEY.match(self.rest)
        return self.key_at + (match.end() if match else 0)

    @property
    def has_key(self) -> bool:
        """Whether it begins with a key and a colon."""
        return _KEY.match(self.rest) is not None


_DASHES = re.compile(r"[ \t\u00a0]*(?:- +)*")
_KEY = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"'#\[{&*!|>%@`-][^#]*?|-[^\s#][^#]*?)\s*:(?:\s+|$)""")


class Window(Struct, frozen=True):
    """Some lines of a text, below the lines that contain them by indentation. They can be parsed alone."""

    lines: list[Line]
    first: int
    """The number of lines that are there only for the indentation."""

    @property
    def size(self) -> int:
        """The number of characters to parse."""
        return sum(len(line.text) + 1 for line in self.lines)

    def number_of(self, offset: int) -> int:
        """The number of the line that contains an offset; the first line if the offset is above it."""
        starts = [line.start for line in self.lines[self.first :]]
        return self.first + max(bisect_right(starts, offset) - 1, 0)

    def mended(self, text: str, start: int, end: int, replacement: str) -> str:
        """The lines as a text, with the text between two offsets replaced."""
        head = "".join(f"{line.text}\n" for line in self.lines[: self.first])
        last = self.lines[-1].start + len(self.lines[-1].text)
        return head + text[self.lines[self.first].start : start] + replacement + text[end:last]


def around(text: str, offset: int, begun: int) -> Window:
    """The lines around a place, from the start of the part that the parser was reading, if that is near."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    lines = [
        Line(start, text[start : end - 1].rstrip("\r")) for start, end in pairwise([*starts, len(text) + 1])
    ]
    at, beginning = bisect_right(starts, offset) - 1, bisect_right(starts, begun) - 1
    first = max(0, at - ABOVE)
    if at - beginning < 100 * ABOVE:
        first = min(first, beginning)
    shown = lines[first : at + _BELOW]
    indent = next((line.indent for line in shown if line.text.strip()), 0)
    outer: list[Line] = []
    for line in reversed(lines[:first]):
        if indent and line.text.strip() and line.indent < indent and not line.text.lstrip().startswith("#"):
            outer.insert(0, line)
            indent = line.indent
    return Window([*outer, *shown], len(outer))


def step(lines: list[Line]) -> int:
    """The number of spaces by which the document indents."""
    indents = [line.indent for line in lines if line.text.strip()]
    steps = Counter(below - above for above, below in pairwise(indents) if below > above)
    return steps.most_common(1)[0][0] if steps else 2


_BRACKETS = re.compile(r"""(?<=[\[{,:\s])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[\[\]{}]""")
"""A bracket, or a text in quotes, whose brackets do not count."""


def unclosed(text: str) -> Iterator[tuple[int, int]]:
    """The bracket that is never closed on a line, and the bracket around it that closes too early."""
    opened: list[int] = []
    for match in _BRACKETS.finditer(text):
        if match[0] in "[{":
            opened.append(match.start())
        elif match[0] in "]}" and opened:
            if text[opened[-1]] + match[0] not in {"[]", "{}"} and len(opened) > 1:
                yield opened.pop(), match.start()
            opened.pop()
