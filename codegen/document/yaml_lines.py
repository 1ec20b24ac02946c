"""Splits lines of invalid YAML into indentation, dashes, keys and values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

ABOVE = 60
"""Lines above the one where the parser stumbles that are looked at."""

_BELOW = 100
"""Lines below that are read to see whether a mistake is fixed."""


class Line(Struct, frozen=True):
    """A line, and where in the text it starts."""

    start: int
    text: str
    """Without its end."""

    @property
    def end(self) -> int:
        """Where in the text it ends, white space at its end left out."""
        return self.start + len(self.text.rstrip())

    @property
    def indent(self) -> int:
        """How many characters it is indented by."""
        return len(self.text) - len(self.text.lstrip(" \t\u00a0"))

    @property
    def key_at(self) -> int:
        """The column of what stands after the dashes of list items."""
        match = _DASHES.match(self.text)
        return match.end() if match else 0

    @property
    def rest(self) -> str:
        """What stands after the dashes of list items."""
        return self.text[self.key_at :].rstrip()

    @property
    def value_at(self) -> int:
        """The column of the value after the key, or of what stands in place of both."""
        match = _KEY.match(self.rest)
        return self.key_at + (match.end() if match else 0)

    @property
    def has_key(self) -> bool:
        """Whether a key and a colon begin it."""
        return _KEY.match(self.rest) is not None


_DASHES = re.compile(r"[ \t\u00a0]*(?:- +)*")
_KEY = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"'#\[{&*!|>%@`-][^#]*?|-[^\s#][^#]*?)\s*:(?:\s+|$)""")


class Window(Struct, frozen=True):
    """Some lines of a text and, above them, those that they are indented below: a text for itself."""

    lines: list[Line]
    first: int
    """How many of the lines are there for the indentation alone."""

    @property
    def size(self) -> int:
        """Characters that are read."""
        return sum(len(line.text) + 1 for line in self.lines)

    def number_of(self, offset: int) -> int:
        """The number of the line in which an offset is; of the first for one that is above."""
        starts = [line.start for line in self.lines[self.first :]]
        return self.first + max(bisect_right(starts, offset) - 1, 0)

    def mended(self, text: str, start: int, end: int, replacement: str) -> str:
        """The lines as a text, with another text between two offsets."""
        head = "".join(f"{line.text}\n" for line in self.lines[: self.first])
        last = self.lines[-1].start + len(self.lines[-1].text)
        return head + text[self.lines[self.first].start : start] + replacement + text[end:last]


def around(text: str, offset: int, begun: int) -> Window:
    """The lines around a place; from where that began which the parser was reading, if it is not far."""
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
"""A bracket, or a text in quotes, in which brackets mean nothing."""


def unclosed(text: str) -> Iterator[tuple[int, int]]:
    """Where a list or mapping opens within a line, and where one around it closes although it is open."""
    opened: list[int] = []
    for match in _BRACKETS.finditer(text):
        if match[0] in "[{":
            opened.append(match.start())
        elif match[0] in "]}" and opened:
            if text[opened[-1]] + match[0] not in {"[]", "{}"} and len(opened) > 1:
                yield opened.pop(), match.start()
            opened.pop()
