"""Converts HTML in descriptions to Markdown, for readers of docstrings.

This does not use `html.parser`. Its treatment of broken HTML differs between releases of Python, and it drops
some text. The output must not depend on the release, and no text may be lost. Here a tag must have the syntax
and the name of an HTML tag. If tags of that name come in pairs, both must be present. Anything else, such as
``<id>``, is text. So is everything in code and tables of Markdown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import count

_PARAGRAPHS = frozenset(
    {"p", "div", "section", "details", "summary", "center", "dl", "dt", "dd", "table", "blockquote"}
)
_LISTS = frozenset({"ul", "ol"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_CODE = frozenset({"code", "tt", "kbd", "samp"})
_UNMARKED = frozenset({"span", "u", "small", "sup", "sub", "font", "big", "thead", "tbody", "nobr"})
_PAIRED = frozenset({"a", "pre", *_MARKS, *_CODE, *_UNMARKED, *_PARAGRAPHS - {"p"}, *_LISTS, *_HEADINGS})
_SINGLE = frozenset({"p", "br", "hr", "li", "img", "tr", "td", "th"})

_TAGS = "|".join(sorted(_PAIRED | _SINGLE, key=lambda tag: (-len(tag), tag)))
_TOKEN = re.compile(
    rf"""
    (?P<kept> ^[ ]{{0,3}}(?P<fence>```+|~~~+).*?(?:^[ ]{{0,3}}(?P=fence)|\Z)  # fenced code
      | (?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).){{1,2000}}?(?<!`)(?P=ticks)(?!`)  # a code span
      | ^[ ]*\|.*?$ )  # a row of a table
    | <!--.{{0,1000}}?-->
    | <(?P<end>/?)(?P<tag>{_TAGS})(?P<attributes>(?:\s(?:[^<>"']|"[^"]{{0,2000}}"|'[^']{{0,2000}}')*)?)/?>
    | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_HREF = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_BREAKS = {"br": "  \n", "hr": "\n\n---\n\n", "tr": "\n| "}
_INDENT = re.compile(r"\n[ \t]+")
_PROSE = frozenset({"p", "dd", "dt", "td", "th", *_HEADINGS})
"""Elements in which the indentation of a line has no meaning."""


@dataclass(slots=True)
class _Token:
    """A piece of the text. `tag` is empty if the piece is not a tag."""

    text: str
    tag: str = ""
    is_end: bool = False
    attributes: str = ""
    is_kept: bool = False
    """Whether it is code or a table row in Markdown."""
    partner: _Token | None = field(default=None, repr=False)
    start: int = 0
    """Where the content of the element begins in the output."""


_DEEPEST = 10
"""The maximum depth of nested quotes and lists. Deeper ones are merged into their parent."""


def as_markdown(text: str) -> str:
    """Convert the HTML in a text to Markdown. Text without HTML is unchanged."""
    if "<" not in text and "&" not in text:
        return text
    tokens = [*_tokens(text)]
    _pair(tokens)
    if all(not token.tag and not token.is_kept for token in tokens):
        return "".join(token.text for token in tokens)
    return _Writing().of(tokens)


def _tokens(text: str) -> Iterator[_Token]:
    end = 0
    for found in _TOKEN.finditer(text):
        if found.start() > end:
            yield _Token(text[end : found.start()])
        end = found.end()
        if found["kept"] is not None:
            yield _Token(found["kept"], is_kept=True)
        elif found["tag"] is not None:
            yield _Token(found.group(), found["tag"].lower(), bool(found["end"]), found["attributes"])
        elif found["entity"] is not None:
            yield _Token(unescape(found["entity"]))
    if end < len(text):
        yield _Token(text[end:])


def _pair(tokens: list[_Token]) -> None:
    """Connect start and end tags. A tag without its counterpart becomes text."""
    open_: dict[str, list[tuple[int, _Token]]] = {}
    latest = count()
    for token in tokens:
        if token.tag not in _PAIRED:
            continue
        if not token.is_end:
            open_.setdefault(token.tag, []).append((next(latest), token))
        elif before := open_.get(token.tag):
            _, token.partner = before.pop()
            token.partner.partner = token
    for token in tokens:
        if token.tag in _PAIRED and token.partner is None:
            token.tag = ""


class _Writing:
    """Writes Markdown."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._items: list[int] = []
        """The item numbers of the open lists; -1 for a list without numbers."""
        self._verbatim = 0
        self._prose = 0
        self._cells = -1
        """The number of cells in the first row of a table until it is written, then -1."""
        self._open_tags: Counter[str] = Counter()

    def of(self, tokens: list[_Token]) -> str:
        """Write the tokens as Markdown."""
        for token in tokens:
            if not token.tag:
                self._text(token)
            elif token.is_end:
                self._close(token, token.partner.start if token.partner else len(self._out))
            else:
                self._open(token)
                token.start = len(self._out)
        return _without_gaps("".join(self._out))

    def _text(self, token: _Token) -> None:
        text = token.text
        if not (token.is_kept or self._verbatim):
            if self._items:
                first, *others = text.split("\n")
                text = " ".join((first, *(line.lstrip() for line in others)))
            elif self._prose > 0:
                text = _INDENT.sub("\n", text)
            if self._out and self._out[-1].endswith((" ", "\n")):
                text = text.lstrip(" ")
        self._out.append(text)

    def _open(self, token: _Token) -> None:
        tag = token.tag
        self._open_tags[tag] += 1
        self._prose += tag in _PROSE
        if tag in _PARAGRAPHS or tag in _HEADINGS:
            self._break()
            self._out.append(f"{'#' * int(tag[1])} " if tag in _HEADINGS else "")
            self._cells = 0 if tag == "table" else self._cells
        elif tag in _LISTS:
            self._out.append("" if self._items else "\n\n")
            self._items.append(0 if tag == "ol" else -1)
        elif tag == "li":
            self._item()
        elif tag == "pre":
            self._out.append("\n\n```\n")
            self._verbatim += 1
        elif tag == "img":
            self._image(token.attributes)
        elif not self._verbatim:
            self._out.append(_BREAKS.get(tag, ""))

    def _item(self) -> None:
        depth = min(max(len(self._items) - 1, 0), _DEEPEST)
        mark = "-"
        if self._items and self._items[-1] >= 0:
            self._items[-1] += 1
            mark = f"{self._items[-1]}."
        self._out.append(f"\n{'  ' * depth}{mark} ")

    def _break(self) -> None:
        """Start a paragraph; in a list item, continue the item."""
        if not self._items:
            self._out.append("\n\n")
        elif self._out and not self._out[-1].endswith((" ", "\n")):
            self._out.append(" ")

    def _image(self, attributes: str) -> None:
        alt, source = _first(_ALT.search(attributes)), _first(_HREF.search(attributes))
        self._out.append(f"![{alt}]({source})" if source else alt)

    def _close(self, token: _Token, start: int) -> None:
        tag = token.tag
        self._open_tags[tag] -= 1
        self._prose -= tag in _PROSE
        if tag in _PARAGRAPHS or tag in _HEADINGS:
            if tag == "blockquote" and self._open_tags[tag] < _DEEPEST:
                self._quote(start)
            self._break()
        elif tag in _LISTS:
            self._items.pop()
            self._out.append("" if self._items else "\n\n")
        elif tag == "pre":
            self._verbatim -= 1
            self._out.append("\n```\n\n")
        elif tag in _MARKS or tag in _CODE or tag == "a":
            self._mark(token, start)
        elif tag in {"td", "th"}:
            self._out.append(" | ")
            self._cells += self._cells >= 0
        elif tag == "tr" and self._cells > 0:
            self._out.append("\n|" + "---|" * self._cells)
            self._cells = -1

    def _quote(self, start: int) -> None:
        lines = _without_gaps("".join(self._out[start:])).split("\n")
        self._out[start:] = ["\n".join(f"> {line}".rstrip() for line in lines)]

    def _mark(self, token: _Token, start: int) -> None:
        """Put marks around the content, omitting spaces at its ends."""
        if self._open_tags[token.tag]:
            return  # bold within bold is bold
        whole = "".join(self._out[start:])
        inner = whole.strip()
        if self._verbatim or not inner:
            return
        before, _, after = whole.partition(inner)
        self._out[start:] = [f"{before}{self._marked(token, inner)}{after}"]

    def _marked(self, token: _Token, inner: str) -> str:
        if token.tag in _MARKS:
            mark = _MARKS[token.tag]
            return f"{mark}{inner}{mark}"
        if token.tag in _CODE:
            return inner if "`" in inner else f"`{' '.join(inner.split())}`"
        opened = token.partner
        target = unescape(_first(_HREF.search(opened.attributes))) if opened else ""
        if not target.lower().startswith(("https://", "http://", "mailto:")) or target == inner:
            return inner
        return f"[{inner}]({target})"


def _without_gaps(text: str) -> str:
    """The text with at most one consecutive empty line."""
    lines: list[str] = []
    for line in text.strip().split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line if line.strip() else "")
    return "\n".join(lines)


def _first(found: re.Match[str] | None) -> str:
    return "" if found is None else next((group for group in found.groups() if group), "")
