"""Wraps Markdown text for docstrings."""

from __future__ import annotations

import re
from itertools import groupby

_LIST_ITEM = re.compile(r"(\s*(?:[-*+]|\d+[.)])\s+)")
_VERBATIM = re.compile(r"\s*(?:\||```|~~~|#)| {4}|\[![A-Za-z]+\]$")
"""Lines that are not wrapped: tables, fences, headings, code, and the first line of a callout."""
_DELIMITERS = re.compile(r"\s*+(?:\|\s*+)?:?-[-:| ]*")
"""The row after the header of a table, if it has a bar."""
_QUOTED = re.compile(r" {0,3}>(?: ?>)*")
_NARROWEST = 10


def wrap(text: str, width: int) -> list[str]:
    """Wrap Markdown text to lines of at most `width` if possible.

    Paragraphs are wrapped, up to hard breaks. List items get a hanging indent, and quotes their marks.
    Tables, headings, code and fenced blocks are unchanged.
    """
    text = text.strip()
    if len(text) <= width and text.isprintable():
        return [text]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ").split("\n")
    if not any(_QUOTED.match(line) for line in lines):
        return _Wrapper(width).of(lines)
    return [line for mark, quoted in _by_mark(lines) for line in _quoted(mark, quoted, width)]


def _by_mark(lines: list[str]) -> list[tuple[str, list[str]]]:
    """Group adjacent lines by their quote marks, and remove the marks. A fenced block stays in one group."""
    marked: list[tuple[str, str]] = []
    fenced = False
    for line in lines:
        found = None if fenced else _QUOTED.match(line)
        if found is None:
            fenced = fenced != line.lstrip().startswith(_FENCES)
            marked.append(("", line))
        else:
            marked.append((f"{'>' * found.group().count('>')} ", line[found.end() :].removeprefix(" ")))
    return [(mark, [line for _, line in group]) for mark, group in groupby(marked, lambda pair: pair[0])]


def _quoted(mark: str, lines: list[str], width: int) -> list[str]:
    room = max(width - len(mark), _NARROWEST) if mark else width
    wrapped = _Wrapper(room).of(lines)
    return [f"{mark}{line}".rstrip() for line in wrapped] if mark else wrapped


_FENCES = ("```", "~~~")


def _rows(lines: list[str]) -> frozenset[int]:
    """The numbers of the lines that are table rows. Rows need no bar at their ends (GFM, section 4.10)."""
    found: set[int] = set()
    for number, line in enumerate(lines[1:], 1):
        before = number - 1 in found
        if "|" in line and (before or ("|" in lines[number - 1] and _DELIMITERS.fullmatch(line.rstrip()))):
            found |= {number} if before else {number - 1, number}
    return frozenset(found)


class _Wrapper:
    """Wraps lines without quote marks."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lines: list[str] = []
        self._paragraph: list[str] = []
        self._hang = ""

    def of(self, raw: list[str]) -> list[str]:
        """Wrap the lines."""
        fenced = listed = False
        rows = _rows(raw)
        for number, one in enumerate(raw):
            line = one.rstrip()
            item = None if fenced else _LIST_ITEM.match(line)
            fence = line.lstrip().startswith(_FENCES)
            if fenced or fence or number in rows or (_VERBATIM.match(line) and not (item and listed)):
                self._end()
                self._lines.append(line)
                fenced = fenced != fence
            elif not line:
                self._end()
                if not self._lines or self._lines[-1]:
                    self._lines.append("")
            elif item:
                self._end()
                self._begin(line, len(item.group().rstrip()) + 1)
                listed = True
            elif self._paragraph:
                self._paragraph.append(line)
            else:
                self._begin(line, indent := len(line) - len(line.lstrip()))
                listed = listed and indent > 0
            if one.endswith("  ") and self._paragraph:
                self._end()
        self._end()
        return self._lines

    def _begin(self, line: str, hang: int) -> None:
        self._paragraph.append(line)
        self._hang = " " * min(hang, self._width // 2)

    def _end(self) -> None:
        """Write the current paragraph, if there is one."""
        if not self._paragraph:
            return
        first = self._paragraph[0]
        begin = " " * min(len(first) - len(first.lstrip()), self._width // 2)
        text = " ".join(" ".join(self._paragraph).split())
        start = 0
        while len(begin) + len(text) - start > self._width:
            room = start + self._width - len(begin)
            cut = text.rfind(" ", start, room + 1)
            if cut < 0 and (cut := text.find(" ", room)) < 0:
                break
            self._lines.append(begin + text[start:cut])
            start, begin = cut + 1, self._hang
        self._lines.append(begin + text[start:])
        self._paragraph.clear()
