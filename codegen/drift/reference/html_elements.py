"""Parses HTML into elements that know their places.

`html.parser` is enough for pages of the plug-in: Astro and browsers close every element that they write. It
gives the positions that a report needs, and no further package has to be installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
"""Elements without an end tag (HTML, 13.1.2)."""

_UNSEEN = frozenset({"script", "style", "template"})

_DEEPEST = 3_000
"""How many levels of elements are distinguished. The plug-in uses six for each of the 500 of a document."""


@dataclass(slots=True, eq=False)
class Element:
    """An element, with the line and the column of its start tag."""

    tag: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set(self.attributes.get("class", "").split())

    @property
    def elements(self) -> list[Element]:
        """The elements directly in it."""
        return [one for one in self.children if isinstance(one, Element)]

    def walk(self) -> Iterator[Element]:
        """Every element in it, in the order of the page."""
        pending = self.elements[::-1]
        while pending:
            yield (one := pending.pop())
            pending += reversed(one.elements)

    def has(self, *names: str) -> bool:
        """Whether it has a class of the plug-in, by its name before or since version 0.25."""
        return any(name in self.classes or f"sl-openapi-{name}" in self.classes for name in names)

    def find(self, *names: str) -> Element | None:
        """The first element in it with a class of the plug-in."""
        return next((one for one in self.walk() if one.has(*names)), None)

    def part(self, *names: str) -> Element | None:
        """The first element directly in it with a class of the plug-in."""
        return next((one for one in self.elements if one.has(*names)), None)

    def first(self, *tags: str) -> Element | None:
        """The first element in it with one of some tags."""
        return next((one for one in self.walk() if one.tag in tags), None)

    @property
    def raw(self) -> str:
        """Its text in the source."""
        found: list[str] = []
        pending = self.children[::-1]
        while pending:
            one = pending.pop()
            if isinstance(one, str):
                found.append(one)
            else:
                pending += reversed(one.children)
        return "".join(found)

    @property
    def text(self) -> str:
        """Its text as a browser shows it, on one line."""
        return " ".join(self.raw.split())


def elements(html: str) -> Element:
    """The elements of a page, in an element without a tag."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {}, 1, 1)
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        element = Element(tag, {name: value or "" for name, value in attrs}, line, column + 1)
        self._open[-1].children.append(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        if self._open[-1].tag not in _UNSEEN:
            self._open[-1].children.append(data.replace("\u00a0", " ").replace("\u200b", ""))
