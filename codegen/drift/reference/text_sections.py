"""Splits the text of a page at its headings.

Starlight ends each heading with a link, whose hidden text is ``Section titled “Responses”``. It stands on the
line after the heading, and what follows is often on the same line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from codegen.drift.reference.page import Words

_MARK = re.compile(r"Section titled [“\"]\s*(.*?)\s*[”\"]")
"""The hidden text after a heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a line of the page."""

    text: str
    number: int


@dataclass(slots=True)
class Section:
    """The text below a heading. Before the first one, the title is empty."""

    title: str
    line: int
    lines: list[Line]


def sections(lines: Sequence[str]) -> list[Section]:
    """Split the lines of a page."""
    found = [Section("", 1, [])]
    for number, line in enumerate(lines, 1):
        rest = line.strip()
        while mark := _MARK.search(rest):
            _add(found[-1], rest[: mark.start()], number)
            _strip(found[-1], mark.group(1))
            found.append(Section(" ".join(mark.group(1).split()), number, []))
            rest = rest[mark.end() :]
        _add(found[-1], rest, number)
    return found


def words(lines: Sequence[str]) -> list[Words]:
    """The part of each line that a report shows: the text after its last heading."""
    shown = [(line.strip(), _MARK.split(line)[-1].strip()) for line in lines]
    return [Words(rest or whole, number) for number, (whole, rest) in enumerate(shown, 1)]


def _add(section: Section, text: str, number: int) -> None:
    if text := text.strip():
        section.lines.append(Line(text, number))


def _strip(section: Section, title: str) -> None:
    """Remove the heading itself from the end of the text before its mark."""
    if not section.lines:
        return
    last = section.lines[-1]
    if last.text.endswith(title):
        section.lines.pop()
        _add(section, last.text[: -len(title)], last.number)


def media_types(text: str) -> Iterator[str]:
    """The media types in a list, possibly without separators."""
    kind = r"(?:application|audio|font|image|message|model|multipart|text|video|\*)/"
    yield from (one.group().strip(" ,") for one in re.finditer(rf"{kind}\S*?(?=\s|,|$|{kind})", text))
