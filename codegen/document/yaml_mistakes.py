"""Finds the mistake in invalid YAML, which is often above the place where the parser fails.

A parser detects a mistake late, such as a missing colon or quote on a line below. So this lists possible ones
there and above, fixes each in a copy of the text, and parses that. The mistake is the one whose fix lets the
parser get furthest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from codegen.document.yaml_lines import ABOVE, Line, around, step, unclosed

_CHARACTERS = 2_000_000
"""The most characters that are parsed again while looking for the mistake."""


class Mistake(Struct, frozen=True):
    """A possible mistake at an offset, and the replacement that would fix it."""

    at: int
    message: str
    start: int
    end: int
    text: str


_WORD = re.compile(r""""[^"]*"|'[^']*'|[^\s:=]+""")


def find_yaml_mistake(text: str, offset: int, begun: int, reached: Callable[[str], float]) -> Mistake | None:
    """Find the mistake that makes a text invalid YAML.

    Args:
        text: The text.
        offset: Where the parser stopped.
        begun: The start of the part that the parser was reading.
        reached: Returns the line, counted from 0, up to which a text can be read; infinity for all of it.
    """
    window = around(text, offset, begun)
    number = window.number_of(offset)
    nearby = [*range(number, max(number - ABOVE, window.first - 1), -1), window.number_of(begun)]
    candidates = [
        (kind, away, mistake)
        for away, at in enumerate(nearby)
        for kind, mistake in _mistakes(window.lines, at, offset)
    ]
    candidates.sort(key=lambda one: (one[1] != len(nearby) - 1, one[0], one[1]))
    best: tuple[float, int, int] | None = None
    found = None
    for kind, away, mistake in candidates[: _CHARACTERS // max(window.size, 1)]:
        line = reached(window.mended(text, mistake.start, mistake.end, mistake.text))
        if line > number and (best is None or (-line, kind, away) < best):
            best, found = (-line, kind, away), mistake
    return found


def _mistakes(lines: list[Line], at: int, offset: int) -> Iterator[tuple[int, Mistake]]:
    """The possible mistakes in a line, most probable first."""
    for kind, search in enumerate(_KINDS):
        for mistake in search(lines, at, offset):
            yield kind, mistake


def _above(lines: list[Line], at: int) -> Iterator[Line]:
    """The lines above that are not blank, nearest first."""
    return (
        line for line in reversed(lines[:at]) if line.text.strip() and not line.text.lstrip().startswith("#")
    )


def _wrong_space(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    line = lines[at]
    match = re.match(r" *([\t\u00a0\u2000-\u200b\u3000])", line.text)
    if match:
        what = "a tab" if match[1] == "\t" else "this kind of space"
        where = line.start + match.start(1)
        indent = len(line.text) - len(line.text.lstrip())
        for above in _above(lines, at):
            for spaces in (above.key_at, above.indent, above.key_at + 2):
                mended = " " * spaces
                yield Mistake(
                    where, f"{what} cannot indent a line; use spaces", line.start, line.start + indent, mended
                )
            break


_BLOCK = re.compile(r"[:-]\s+(?P<mark>[|>])[-+0-9]{0,2}\s*(#.*)?$")
"""The end of a line that is followed by a block scalar."""


def _block_text(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    line, above = lines[at], next(_above(lines, at), None)
    if above is not None and (block := _BLOCK.search(above.text)) and line.indent <= above.key_at:
        message = f"the text of {block['mark']!r} must be indented more than its key"
        where = line.start + line.indent
        yield Mistake(where, message, line.start, where, " " * (above.key_at + 2))


def _dash(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    line = lines[at]
    if re.match(r"-[^\s\d-]", line.rest):
        where = line.start + line.key_at + 1
        yield Mistake(where, "a space is missing after the dash", where, where, " ")


def _colon(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    line = lines[at]
    rest = line.rest
    if line.has_key or not rest or rest[0] in "#[{&*!|>%@`-?,]}":
        return
    word = _WORD.match(rest)
    if word is None:
        return
    where = line.start + line.key_at + word.end()
    tight = re.match(r":(?=[^\s/:])", rest[word.end() :])
    equals = re.match(r"\s*=\s*", rest[word.end() :])
    key = word[0].strip("\"'")
    if tight:
        yield Mistake(where + 1, f"a space is missing after the colon of {key!r}", where + 1, where + 1, " ")
    elif equals:
        at_sign = where + equals[0].index("=")
        yield Mistake(
            at_sign, f"after {key!r} a colon is expected, not '='", where, where + equals.end(), ": "
        )
    else:
        yield Mistake(where, f"a colon is missing after {key!r}", where, where, ":")


def _quotes(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    line = lines[at]
    for column in {line.key_at, line.value_at, *_openings(line.text)}:
        quote = line.text[column : column + 1]
        if not quote or quote not in "\"'":
            continue
        closing = _closing(line.text, column)
        opening = line.start + column
        if closing is None:
            for end in _ends(line, column):
                yield Mistake(opening, "the quote that opens here is not closed", end, end, quote)
        elif column == line.value_at and re.match(r"\s*[^\s,\]}#:]", line.text[closing + 1 :]):
            again = "two quotes" if quote == "'" else "a backslash before it"
            message = f"the text ends at this quote; write a quote within the text with {again}"
            yield Mistake(line.start + closing, message, opening, line.end, "x")


def _openings(text: str) -> Iterator[int]:
    """The places in a list or mapping on one line at which quotes may open."""
    return (match.end() - 1 for match in re.finditer(r"""[\[{,:]\s*["']""", text))


def _closing(text: str, opening: int) -> int | None:
    pattern = r'(?:[^"\\]|\\.)*"' if text[opening] == '"' else r"(?:[^']|'')*'(?!')"
    match = re.compile(pattern).match(text, opening + 1)
    return match.end() - 1 if match else None


def _ends(line: Line, column: int) -> list[int]:
    """The places at which a quote may have to be closed: before a separator, or at the end."""
    separators = [
        line.start + match.start()
        for match in re.finditer(r"\s*[,\]}:]", line.text)
        if match.start() > column
    ]
    return [line.end, *separators[:3]]


def _not_closed(where: int, opening: str, end: int) -> Mistake:
    what, closing = ("list", "]") if opening == "[" else ("mapping", "}")
    message = f"the {what} that begins here is not closed; write {closing!r} at its end"
    return Mistake(where, message, end, end, closing)


def _brackets(lines: list[Line], at: int, offset: int) -> Iterator[Mistake]:
    line = lines[at]
    opening = line.text[line.value_at : line.value_at + 1]
    if opening and opening in "[{":
        last = line
        for below in lines[at + 1 :]:
            if below.text.strip() and below.indent <= line.indent and below.text.strip()[0] not in "]}":
                break
            last = below if below.text.strip() else last
        for end in dict.fromkeys((line.end, last.end)):
            yield _not_closed(line.start + line.value_at, opening, end)
    for inner, column in unclosed(line.text):
        yield _not_closed(line.start + inner, line.text[inner], line.start + column)
    for column in sorted(range(len(line.text)), key=lambda column: abs(line.start + column - offset)):
        character, here = line.text[column], line.start + column
        if character in "]}" and here >= offset - 1:
            other = "]" if character == "}" else "}"
            yield Mistake(here, f"{other!r} is expected here, not {character!r}", here, here + 1, other)
            yield Mistake(here, f"this {character!r} closes nothing", here, here + 1, "")


def _commas(lines: list[Line], at: int, offset: int) -> Iterator[Mistake]:
    line = lines[at]
    if not re.search(r"[\[{]", line.text) and not re.match(r"\s*[\"'\w]", line.text):
        return
    gaps = re.finditer(r"(?<=[\w\"'\]}])\s+(?=[\"'\w{\[$])", line.text)
    before = [gap for gap in gaps if line.start + gap.start() <= offset]
    for gap in before[-4:]:
        here = line.start + gap.start()
        yield Mistake(here, "a comma is missing here", here, here, ",")
    for empty in re.finditer(r"[\[{,]\s*(?P<comma>,)", line.text):
        here = line.start + empty.start("comma")
        yield Mistake(here, "this is a comma too many; remove it", here, here + 1, "")
    if line.has_key and re.search(r"[\"'],$", line.rest):
        here = line.end - 1
        yield Mistake(here, "no comma ends a line in YAML; remove it", here, here + 1, "")
    above = next(_above(lines, at), None)
    is_inside = above is not None and above.rest.endswith((",", "[", "{"))
    if at + 1 < len(lines) and line.rest and line.rest[-1] not in ",[{:|>" and is_inside:
        yield Mistake(line.end, "a comma is missing here", line.end, line.end, ",")


def _bullets(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    line = lines[at]
    if bullet := re.match(r"\s*([*+\u2022\u2023\u2013\u2014])\s", line.text):
        where = line.start + bullet.start(1)
        yield Mistake(where, f"a list item begins with '-', not {bullet[1]!r}", where, where + 1, "-")


def _first_characters(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    line = lines[at]
    character = line.text[line.value_at : line.value_at + 1]
    where = line.start + line.value_at
    if not character or (character == "-" and not line.has_key):
        return
    if character == "-" and re.match(r"-\s", line.text[line.value_at :]):
        message = "a list begins on a line of its own, below its key"
        yield Mistake(where, message, where, line.end, "x")
    elif character in "{[&*!|>@`%,?]}" and not _BLOCK.search(line.text):
        message = f"a text cannot begin with {character!r}; put it in quotes"
        for mended in ("x", "x: x"):
            yield Mistake(where, message, where, line.end, mended)


_WITH_BRACES = re.compile(
    r"""(?<![^\s,{}\[\]"'])[^\s,:{}\[\]"'][^\s,{}\[\]"']*(?:\{[^{}\s,]*\}[^\s,{}\[\]"']*)+"""
)
"""A text such as ``https://{region}.example.com``, which ends at its brace within a list on one line."""


def _braces_in_text(lines: list[Line], at: int, offset: int) -> Iterator[Mistake]:
    line = lines[at]
    for match in _WITH_BRACES.finditer(line.text):
        if line.start + match.start() <= offset <= line.start + match.end():
            message = "a text with braces in it must be in quotes here"
            where = line.start + match.start()
            yield Mistake(where, message, line.start, line.end, _WITH_BRACES.sub("x", line.text))


def _comments(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    line = lines[at]
    for match in re.finditer(r"(?<=[\s\[{,])#(?=\S)", line.text):
        where = line.start + match.start()
        yield Mistake(where, "here '#' begins a comment; put the text in quotes", where, where + 1, "x")


def _colons_in_text(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    line = lines[at]
    value = line.text[line.value_at :].rstrip()
    match = re.search(r":(\s|$)", value)
    if line.has_key and match and value[0] not in "\"'[{":
        where = line.start + line.value_at
        message = "a text with a colon and a space in it must be in quotes"
        yield Mistake(where + match.start(), message, where, line.end, "x")


def _off_the_grid(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    """A line whose indentation is not a multiple of that of the document."""
    if lines[at].indent % step(lines):
        yield from _indented_otherwise(lines, at)


def _below_a_key(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    """A line that is not indented by one step below its key."""
    line, above = lines[at], next(_above(lines, at), None)
    if above is not None and _opens(above) and line.indent != above.key_at + step(lines):
        is_item = line.key_at > line.indent
        if not (is_item and line.indent == above.key_at):
            yield from _indented_otherwise(lines, at)


def _below_a_value(lines: list[Line], at: int, _: int) -> Iterator[Mistake]:
    """A line that is indented more than the line above, which already has a value."""
    above = next(_above(lines, at), None)
    if above is None or (not _opens(above) and lines[at].indent > above.key_at):
        yield from _indented_otherwise(lines, at)


def _opens(line: Line) -> bool:
    """Whether the line below is indented more."""
    return line.rest.endswith(":") or _BLOCK.search(line.text) is not None


def _indented_otherwise(lines: list[Line], at: int, _: int = 0) -> Iterator[Mistake]:
    """A line with the indentation of another line above it."""
    line = lines[at]
    if not line.text.strip():
        return
    is_item = line.key_at > line.indent
    columns: dict[int, str] = {}
    for above in _above(lines, at):
        if not columns and _opens(above):
            columns[above.key_at + step(lines)] = ""
        levels = (above.key_at, above.indent)
        for column in reversed(levels) if is_item else levels:
            columns.setdefault(column, above.rest)
        if len(columns) > 5:
            break
    columns.pop(line.indent, None)
    where = line.start + line.indent
    now = f"is indented by {_spaces(line.indent)}" if line.indent else "is not indented"
    for column, like in columns.items():
        key = _WORD.match(like)
        shown = f", like {key[0]!r}" if key and "'" not in key[0] else ""
        message = f"this line {now}; {_spaces(column)} {'is' if column == 1 else 'are'} expected{shown}"
        yield Mistake(where, message, line.start, where, " " * column)


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count or 'no'} spaces"


_KINDS = (
    _wrong_space,
    _dash,
    _block_text,
    _colon,
    _quotes,
    _braces_in_text,
    _brackets,
    _commas,
    _comments,
    _bullets,
    _first_characters,
    _colons_in_text,
    _off_the_grid,
    _below_a_key,
    _below_a_value,
    _indented_otherwise,
)
